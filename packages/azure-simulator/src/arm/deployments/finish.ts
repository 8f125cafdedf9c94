import type { ArmErrorDetail } from '@portal/arm'
import type { DeploymentRun } from '../../deployment-run.ts'
import { isJsonObject, type Json, type JsonObject } from '../../json.ts'
import { ArmRefusal } from '../errors.ts'
import type { ResourceOperations } from './resource-request.ts'
import { runScope } from './run-scope.ts'
import type { Moment, StoredDeployment } from './runs.ts'
import { copies, fill } from './template/expressions/fill.ts'
import type { Scope } from './template/expressions/scope.ts'
import { TemplateError } from './template/expressions/template-error.ts'
import { isSecure, typeName, withoutSecrets } from './template/parameters.ts'

/** The deployment once none of it is running: with its outputs if all succeeded, otherwise with the failures. */
export function finished(moment: Moment, operations: ResourceOperations): StoredDeployment {
  const { stored, at } = moment
  const { deployment: run } = stored
  const ended = { ...run, endedAt: at, values: withoutSecrets(run.template, run.values) }
  const failure = failureOf(stored.id, run)
  if (failure) return { ...stored, deployment: { ...ended, failure } }
  if (run.canceledAt !== undefined) return { ...stored, deployment: ended }
  try {
    const outputs = outputsOf(run.template, runScope(moment, operations))
    return { ...stored, deployment: ended, properties: { ...stored.properties, outputs } }
  } catch (error) {
    if (!(error instanceof TemplateError) && !(error instanceof ArmRefusal)) throw error
    const message = `Unable to evaluate template outputs: '${error.message}'. Please see error details and deployment operations. Please see https://aka.ms/arm-common-errors for usage details.`
    return { ...stored, deployment: { ...ended, failure: { code: 'DeploymentOutputEvaluationFailed', message } } }
  }
}

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/outputs */
function outputsOf({ outputs }: JsonObject, scope: Scope): JsonObject {
  const shown: JsonObject = {}
  for (const [name, declaration] of Object.entries(isJsonObject(outputs) ? outputs : {})) {
    if (!isJsonObject(declaration) || fill(declaration['condition'] ?? true, scope) !== true) continue
    const type = typeName(declaration)
    shown[name] = isSecure(declaration) ? { type } : { type, value: outputValue({ name, declaration }, scope) }
  }
  return shown
}

function outputValue({ name, declaration }: { name: string; declaration: JsonObject }, scope: Scope): Json {
  const { copy } = declaration
  if (!isJsonObject(copy)) return fill(declaration['value'] ?? null, scope)
  return copies({ name, count: copy['count'] }, scope).map((each) => fill(copy['input'] ?? null, each))
}

/** https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/find-error-code */
function failureOf(target: string, { steps }: DeploymentRun): ArmErrorDetail | undefined {
  const details = steps.flatMap(({ id, failure }) => (failure ? [{ ...failure, target: id }] : []))
  if (details.length === 0) return undefined
  const message =
    'At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.'
  return { code: 'DeploymentFailed', target, message, details }
}
