import { spend } from '../../budget/work-budget.ts'
import { isJsonObject, type Json, type JsonObject } from '../../json.ts'
import { resourceNotFound } from '../errors.ts'
import { resourceRequest, type ResourceOperations } from './resource-request.ts'
import type { Moment } from './runs.ts'
import type { Scope } from './template/expressions/scope.ts'
import { TemplateError } from './template/expressions/template-error.ts'
import { resourcesNamed, templateResources, type TemplateResource } from './template/template-resources.ts'
import { scopeWith, type DeploymentPlace } from './template/template-scope.ts'

// By the values of a deployment's parameters, which are its own as long as it runs: all is read once, not for each
// resource.
const known = new WeakMap<JsonObject, ReadTemplate>()
const stepsOfReference = 200

interface ReadTemplate {
  scope: Scope
  resources: TemplateResource[]
}

function read(place: DeploymentPlace, values: JsonObject): ReadTemplate {
  const scope = scopeWith(place, values)
  const template = { scope, resources: templateResources(place.template, scope) }
  known.set(values, template)
  return template
}

/** What the expressions of a running deployment see: `reference` returns the state of resources at that moment. */
export function runScope(moment: Moment, operations: ResourceOperations): Scope {
  const { tenant, stored } = moment
  const { template, values, startedAt } = stored.deployment
  const { scope, resources } = known.get(values) ?? read({ tenant, id: stored.id, template, startedAt }, values)
  return {
    ...scope,
    reference(asked, { apiVersion, isFull }) {
      spend(stepsOfReference)
      const [named] = resourcesNamed(resources, asked)
      const id = named?.id ?? asked
      if (!id.startsWith('/'))
        throw new TemplateError(
          `The resource '${asked}' is not defined in the template. Please see https://aka.ms/arm-syntax-resources for usage details.`,
        )
      return stateOf(moment, { id, named, apiVersion }, operations)[isFull ? 'full' : 'properties']
    },
  }
}

interface Referred {
  id: string
  named: TemplateResource | undefined
  /** as requested */
  apiVersion: string | undefined
}

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#reference */
function stateOf(
  { tenant, stored, at }: Moment,
  { id, named, apiVersion: asked }: Referred,
  operations: ResourceOperations,
): { full: Json; properties: Json } {
  const [provider = '', ...segments] = (id.split('/providers/').at(-1) ?? '').split('/')
  const type = [provider, ...segments.filter((_, index) => index % 2 === 0)].join('/')
  const operation = operations.find('GET', type)
  if (operation === undefined) throw resourceNotFound(`${provider}/${segments.join('/')}`, id.split('/')[4] ?? '')
  const apiVersion = asked ?? named?.apiVersion ?? stored.deployment.apiVersion
  const { caller } = stored.deployment
  const { body = {} } = operation.handle(resourceRequest({ tenant, caller, at }, operation, { id, apiVersion }))
  const { id: _id, name: _name, type: _type, ...rest } = body
  const full = {
    apiVersion,
    ...rest,
    subscriptionId: id.split('/')[2] ?? '',
    resourceGroupName: id.split('/')[4] ?? '',
    resourceId: id,
    condition: named?.isDeployed ?? false,
  }
  return { full, properties: isJsonObject(body['properties']) ? body['properties'] : {} }
}
