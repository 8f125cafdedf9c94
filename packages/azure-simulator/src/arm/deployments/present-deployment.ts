import { createHash } from 'node:crypto'
import type { ArmErrorDetail } from '@portal/arm'
import type { DeploymentRun, DeploymentStep } from '../../deployment-run.ts'
import type { JsonObject } from '../../json.ts'
import { errorJson } from '../errors.ts'
import { deploymentType, runState, stepState, type StoredDeployment } from './runs.ts'

/** A deployment in ARM's format. */
export type ShownDeployment = JsonObject & { properties: JsonObject }

/** A deployment as a GET shows it at `now`: https://learn.microsoft.com/rest/api/resources/deployments/get */
export function presentDeployment(
  { id, name, location, properties, deployment }: StoredDeployment,
  now: number,
): ShownDeployment {
  const { steps, startedAt, endedAt, failure } = deployment
  const made = steps.filter((step) => stepState(step, now) === 'Succeeded')
  return {
    id,
    name,
    type: deploymentType,
    ...(location !== '' && { location }),
    properties: {
      ...plan(deployment),
      parameters: properties['parameters'],
      mode: 'Incremental',
      provisioningState: runState(deployment),
      timestamp: new Date(endedAt ?? now).toISOString(),
      duration: isoDuration((endedAt ?? now) - startedAt),
      correlationId: deployment.correlationId,
      ...(properties['outputs'] !== undefined && { outputs: properties['outputs'] }),
      ...(endedAt !== undefined && { outputResources: made.map((step) => ({ id: step.id })) }),
      ...(failure && { error: errorJson(failure) }),
    },
  }
}

// The facts of a deployment before it runs.
function plan({ template, steps }: Pick<DeploymentRun, 'template' | 'steps'>): JsonObject {
  const reference = ({ id, type, name }: DeploymentStep) => ({ id, resourceType: type, resourceName: name })
  return {
    templateHash: BigInt(
      `0x${createHash('sha256').update(JSON.stringify(template)).digest('hex').slice(0, 16)}`,
    ).toString(),
    providers: providersOf(steps),
    dependencies: steps
      .filter(({ dependsOn }) => dependsOn.length > 0)
      .map((step) => {
        const waitsFor = new Set(step.dependsOn)
        return { dependsOn: steps.filter(({ id }) => waitsFor.has(id)).map(reference), ...reference(step) }
      }),
  }
}

function providersOf(steps: DeploymentStep[]): JsonObject[] {
  const locations = new Map<string, Map<string, Set<string>>>()
  for (const { type, source } of steps) {
    const [namespace = '', ...types] = type.split('/')
    const ofNamespace = locations.get(namespace) ?? new Map<string, Set<string>>()
    const resourceType = types.join('/')
    const { location } = source
    const known = ofNamespace.get(resourceType) ?? new Set()
    if (typeof location === 'string' && !location.startsWith('[')) known.add(location)
    locations.set(namespace, ofNamespace.set(resourceType, known))
  }
  return [...locations].map(([namespace, types]) => ({
    namespace,
    resourceTypes: [...types].map(([resourceType, known]) => ({ resourceType, locations: [...known] })),
  }))
}

/** ISO 8601, as ARM writes how long something took: `PT1M2.5S`. */
export function isoDuration(milliseconds: number): string {
  const hours = Math.floor(milliseconds / 3_600_000)
  const minutes = Math.floor(milliseconds / 60_000) % 60
  const seconds = (milliseconds % 60_000) / 1000
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds}S`
}

/** `error`, or a failure's own response: the status message of a deployment's operations. */
export function statusMessage(failure: ArmErrorDetail): JsonObject {
  const isTerminal = failure.code === 'ResourceDeploymentFailure'
  return { ...(isTerminal && { status: 'Failed' }), error: errorJson(failure) }
}
