import { servedType } from '../../../../resources/providers.ts'
import type { Arguments } from '../arguments.ts'
import { TemplateError } from '../template-error.ts'
import type { TemplateFunction } from './template-function.ts'

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource */
export const resourceFunctions: Record<string, TemplateFunction> = {
  resourceId(given, scope) {
    const texts = textsOf(given)
    const at = typeIndex(given, texts)
    // Before the type: nothing, a group, or a subscription and a group.
    const [subscriptionId, resourceGroupName] =
      at === 2 ? [texts[0], texts[1]] : [scope.subscriptionId, texts[at - 1] ?? scope.resourceGroupName]
    const group = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`
    return `${group}/providers/${typeAndNames(given, texts.slice(at))}`
  },
  subscriptionResourceId(given, scope) {
    const texts = textsOf(given)
    const at = typeIndex(given, texts)
    return `/subscriptions/${texts[at - 1] ?? scope.subscriptionId}/providers/${typeAndNames(given, texts.slice(at))}`
  },
  tenantResourceId: (given) => `/providers/${typeAndNames(given, textsOf(given))}`,
  extensionResourceId(given) {
    const [resource = '', ...rest] = textsOf(given)
    return `${resource}/providers/${typeAndNames(given, rest)}`
  },
  // Older templates, and those of the Azure CLI for scale sets, take an API version from it.
  providers(given) {
    const [namespace, resourceType] = [given.text(0), given.text(1)]
    const found = servedType(namespace, resourceType)
    if (found) return found
    throw new TemplateError(
      `Unable to evaluate template language function 'providers': the resource type '${namespace}/${resourceType}' is not found`,
    )
  },
  reference(given, scope) {
    if (scope.reference === undefined)
      throw new TemplateError(
        `The template function 'reference' is not expected at this location. Please see https://aka.ms/arm-functions for usage details.`,
      )
    const isFull = given.values.length > 2 && given.text(2).toLowerCase() === 'full'
    const apiVersion = given.values.length > 1 ? given.text(1) : undefined
    return scope.reference(given.text(0), { apiVersion, isFull })
  },
}

function textsOf(given: Arguments): string[] {
  return given.values.map((_, index) => given.text(index))
}

function typeIndex(given: Arguments, texts: string[]): number {
  const index = texts.findIndex((text) => text.includes('/'))
  if (index >= 0 && index <= 2) return index
  throw new TemplateError(
    `Unable to evaluate template language function '${given.name}': the type of the resource is missing`,
  )
}

/** `Microsoft.KeyVault/vaults/keys`, `kv`, `disks` → `Microsoft.KeyVault/vaults/kv/keys/disks` */
function typeAndNames(given: Arguments, [type = '', ...names]: string[]): string {
  const [provider, ...types] = type.split('/')
  const segments = names.flatMap((name) => name.split('/'))
  if (segments.length !== types.length)
    throw new TemplateError(
      `Unable to evaluate template language function '${given.name}': function requires exactly one resource name for each segment of the type '${type}'`,
    )
  return `${provider}/${types.map((segment, index) => `${segment}/${segments[index]}`).join('/')}`
}
