import type { DeploymentRun } from '../deployment-run.ts'
import { isJsonObject, textAt, type Json, type JsonObject } from '../json.ts'

/**
 * A deployment without the values of its secure parameters: those given, the defaults in its template, and both of the
 * templates inside it. Others of the same type take their place, so that the deployment goes on: the simulator keeps no
 * password. https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#security-recommendations-for-parameters
 */
export function withoutSecrets({ template, values, steps, ...run }: DeploymentRun): DeploymentRun {
  return {
    ...run,
    template: cleaned(template),
    values: replaced(values, template, placeholder),
    steps: steps.map((step) => ({ ...step, source: cleaned(step.source) })),
  }
}

function cleaned(part: JsonObject): JsonObject {
  const inside = mapped(part, cleanedValue)
  const { template, parameters } = inside
  if (!isJsonObject(parameters)) return inside
  return { ...inside, parameters: replaced(withoutDefaults(parameters), template, withoutValue) }
}

function cleanedValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(cleanedValue)
  return isJsonObject(value) ? cleaned(value) : value
}

function withoutDefaults(declared: JsonObject): JsonObject {
  return mapped(declared, (parameter) =>
    isSecure(parameter) && isJsonObject(parameter) && parameter['defaultValue'] !== undefined
      ? { ...parameter, defaultValue: placeholder(parameter['defaultValue']) }
      : parameter,
  )
}

/** `values` by the name of a parameter, with another for each that `template` declares as secure. */
function replaced(values: JsonObject, template: Json | undefined, other: (value: Json) => Json): JsonObject {
  const declared = isJsonObject(template) && isJsonObject(template['parameters']) ? template['parameters'] : {}
  return mapped(values, (value, name) => (isSecure(declared[name]) ? other(value) : value))
}

// A reference to a secret of a key vault is none.
function withoutValue(given: Json): Json {
  return isJsonObject(given) && given['value'] !== undefined ? { ...given, value: placeholder(given['value']) } : given
}

function isSecure(parameter: Json | undefined): boolean {
  return /^secure/i.test(textAt(parameter, 'type') ?? '')
}

function placeholder(value: Json): Json {
  return typeof value === 'string' ? 'Saved-without-secrets-1' : {}
}

function mapped(object: JsonObject, other: (value: Json, name: string) => Json): JsonObject {
  const entries = Object.entries(object)
  return Object.fromEntries(entries.map(([name, value]) => [name, value === undefined ? value : other(value, name)]))
}
