import { isJsonObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { resourceNotFound } from '../errors.ts'
import type { Scope } from './expressions/scope.ts'
import { TemplateError } from './expressions/template-error.ts'
import { resourceRequest } from './resource-request.ts'
import type { ResourceOperations } from './resource-request.ts'
import type { Moment } from './runs.ts'
import { isNamed, templateResources } from './template-resources.ts'
import type { TemplateResource } from './template-resources.ts'
import { scopeWith } from './template-scope.ts'

/** What the expressions of a deployment see while it runs: `reference` tells the state of resources at that moment. */
export function runScope(moment: Moment, operations: ResourceOperations): Scope {
  const { tenant, stored } = moment
  const { template, values, startedAt } = stored.deployment
  const scope = scopeWith({ tenant, id: stored.id, template, startedAt }, values)
  const resources = templateResources(template, scope)
  return {
    ...scope,
    reference(asked, { apiVersion, isFull }) {
      const named = resources.find((resource) => isNamed(resource, asked))
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
  /** as asked for */
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
