import { isJsonObject, type Json, type JsonObject } from '../../../json.ts'
import type { Tenant } from '../../../world.ts'
import { bounded } from './expressions/bounded-value.ts'
import { fill, fillObject } from './expressions/fill.ts'
import type { Scope } from './expressions/scope.ts'
import { TemplateError } from './expressions/template-error.ts'
import { withoutCase } from './expressions/without-case.ts'
import { parameterValues } from './parameters.ts'

/** Where a template is deployed to, and when. */
export interface DeploymentPlace {
  tenant: Tenant
  /** id of the deployment */
  id: string
  template: JsonObject
  /** milliseconds of the clock */
  startedAt: number
}

/** What the expressions of a template see, its parameters having the values sent. Throws 400 InvalidTemplate. */
export function scopeFromSent(place: DeploymentPlace, sent: JsonObject): Scope {
  return scopeWith(place, parameterValues(place.template, sent, scopeWith(place, {})))
}

/** The same with the values that were found before. */
export function scopeWith(place: DeploymentPlace, parameters: JsonObject): Scope {
  const { tenant, id, template, startedAt } = place
  const [, , subscriptionId = '', kind, name = ''] = id.split('/')
  // A deployment to a subscription has no group.
  const resourceGroupName = kind?.toLowerCase() === 'resourcegroups' ? name : ''
  const group = tenant.store.get(`/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`)
  const subscription = tenant.subscriptions.find((known) => known.subscriptionId === subscriptionId.toLowerCase())
  const scope: Omit<Scope, 'variable'> = {
    parameters,
    facts: {
      resourcegroup: {
        id: group?.id,
        name: group?.name,
        type: group?.type,
        location: group?.location,
        ...(group?.tags && { tags: group.tags }),
        properties: { provisioningState: 'Succeeded' },
      },
      subscription: {
        id: `/subscriptions/${subscriptionId}`,
        subscriptionId,
        tenantId: tenant.tenantId,
        displayName: subscription?.displayName,
      },
      tenant: { tenantId: tenant.tenantId, displayName: tenant.tenantName, countryCode: 'US' },
      deployment: { name: id.split('/').at(-1), properties: { template, parameters, mode: 'Incremental' } },
      environment: {
        name: 'AzureCloud',
        resourceManager: 'https://management.azure.com/',
        authentication: { loginEndpoint: 'https://login.microsoftonline.com/', tenant: tenant.tenantId },
        suffixes: { keyvaultDns: '.vault.azure.net', storage: 'core.windows.net' },
      },
    },
    subscriptionId,
    resourceGroupName,
    copyIndexes: {},
    startedAt,
  }
  return { ...scope, variable: variablesOf(template, scope) }
}

function variablesOf({ variables }: JsonObject, scope: Omit<Scope, 'variable'>): Scope['variable'] {
  const declared = isJsonObject(variables) ? variables : {}
  const { copy, ...plain } = declared
  const underWay = new Set<string>()
  const known = new Map<string, Json | undefined>()
  const found = (name: string): Json | undefined => {
    const value = withoutCase(plain, name)
    if (value !== undefined) return bounded(fill(value, { ...scope, variable }))
    // The variables that a loop creates are known all at once.
    const looped = Array.isArray(copy) ? fillObject({ copy: copy.filter(isNamed(name)) }, { ...scope, variable }) : {}
    return withoutCase(looped, name)
  }
  // Each is evaluated once: if every one names the previous one twice, the last would need two to the power of their
  // number.
  const variable = (name: string): Json | undefined => {
    const key = name.toLowerCase()
    if (known.has(key)) return known.get(key)
    if (underWay.has(key)) throw new TemplateError(`The template variable '${name}' refers to itself`)
    underWay.add(key)
    try {
      const value = found(name)
      known.set(key, value)
      return value
    } finally {
      underWay.delete(key)
    }
  }
  return variable
}

function isNamed(name: string) {
  return (loop: Json) =>
    isJsonObject(loop) && typeof loop['name'] === 'string' && loop['name'].toLowerCase() === name.toLowerCase()
}
