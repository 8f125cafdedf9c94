import { randomUUID } from 'node:crypto'
import type { ArmErrorDetail } from '@portal/arm'
import { treeSize } from '../../budget/tree-size.ts'
import { isJsonObject, textAt } from '../../json.ts'
import { findRegion } from '../../regions.ts'
import { isAccepted, refusedPurchase } from '../agreements.ts'
import { isAllowed } from '../authorization/access.ts'
import { ArmRefusal, resourceGroupNotFound } from '../errors.ts'
import type { ArmRequest } from '../request.ts'
import { assertRegistered } from '../resources/providers.ts'
import { isGlobal, locationNotAvailable } from '../writing.ts'
import { resourceRequest, type ResourceOperations } from './resource-request.ts'
import { bodySource } from './step-body.ts'
import { fillObject } from './template/expressions/fill.ts'
import { orInvalidTemplate, positionIn } from './template/invalid-template.ts'
import type { ParsedTemplate } from './template/parsed-template.ts'
import { templateLimits } from './template/template-limits.ts'
import type { TemplateResource } from './template/template-resources.ts'

/**
 * ARM's checks before it creates anything: each resource's expressions, its type, the caller's permission to write it,
 * the terms of its plan, its region and its group. Throws 400 InvalidTemplate or MarketplacePurchaseEligibilityFailed;
 * 403 or 400 InvalidTemplateDeployment with all findings.
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/quickstart-troubleshoot-arm-deployment
 */
export function preflight(request: ArmRequest, parsed: ParsedTemplate, operations: ResourceOperations): void {
  const deployed = parsed.resources.filter(({ isDeployed }) => isDeployed)
  let size = 0
  for (const { name, source, scope } of deployed) {
    const body = orInvalidTemplate(
      () => fillObject(bodySource(source), scope),
      () => `The template resource '${name}' ${positionIn(parsed.template, source)} is not valid: `,
    )
    const { characters } = treeSize(body)
    size += characters
    if (characters > templateLimits.resourceSize || size > templateLimits.size) throw tooLarge()
  }
  const denied = deployed.flatMap((resource) => authorizationProblem(request, resource))
  if (denied.length > 0) throw unauthorized(denied)
  for (const resource of deployed) assertPurchase(request, resource)
  const invalid = deployed.flatMap((resource) => resourceProblem(request, resource, operations))
  if (invalid.length > 0) throw notValid(request, invalid)
}

// https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-job-size-exceeded
function tooLarge(): ArmRefusal {
  const message =
    'The size of the deployment exceeds the limits: 4 MB for the template once it is expanded, 1 MB for each resource. Please see https://aka.ms/arm-template-limits for usage details.'
  return new ArmRefusal(400, { code: 'DeploymentJobSizeExceeded', message })
}

function authorizationProblem({ tenant, caller }: ArmRequest, { id, type, name }: TemplateResource): ArmErrorDetail[] {
  const action = `${type}/write`
  if (isAllowed(tenant, caller, { action, scope: id })) return []
  const message = `Authorization failed for template resource '${name}' of type '${type}'. The client '${caller.name}' with object id '${caller.objectId}' does not have permission to perform action '${action}' at scope '${id}'.`
  return [{ code: 'AuthorizationFailed', message, target: id }]
}

// https://learn.microsoft.com/azure/virtual-machines/marketplace-images
function assertPurchase({ tenant }: ArmRequest, { id, source, scope }: TemplateResource): void {
  const { plan } = fillObject({ plan: source['plan'] }, scope)
  const [, , subscriptionId = ''] = id.split('/')
  if (isJsonObject(plan) && !isAccepted(tenant, subscriptionId, plan)) throw refusedPurchase(subscriptionId, plan)
}

function resourceProblem(
  request: ArmRequest,
  { id, type, apiVersion, source, scope }: TemplateResource,
  operations: ResourceOperations,
): ArmErrorDetail[] {
  const operation = operations.find('PUT', type)
  if (operation === undefined) {
    const message = `The resource type '${type.split('/').slice(1).join('/')}' could not be found in the namespace '${type.split('/')[0]}' for api version '${apiVersion}'.`
    return [{ code: 'InvalidResourceType', message, target: id }]
  }
  const { tenant, caller, clock } = request
  const [, , subscriptionId = '', kind, group = ''] = id.split('/')
  const isInGroup = kind?.toLowerCase() === 'resourcegroups'
  // At a subscription, extensions such as assignments of policies.
  if (!isInGroup && !type.startsWith('Microsoft.Authorization/')) return [notAtSubscription(id, type)]
  try {
    assertRegistered(resourceRequest({ tenant, caller, at: clock.now() }, operation, { id, apiVersion }))
    if (isInGroup && tenant.store.get(`/subscriptions/${subscriptionId}/resourceGroups/${group}`) === undefined)
      throw resourceGroupNotFound(group)
    const location = textAt(fillObject({ location: source['location'] }, scope), 'location')
    const isRegion = location === undefined || location.startsWith('[') || findRegion(location) !== undefined
    if (!isRegion && !isGlobal(type, location)) throw locationNotAvailable(location, type)
    return []
  } catch (error) {
    if (!(error instanceof ArmRefusal)) throw error
    return [{ code: error.code, message: error.message, target: id }]
  }
}

function notAtSubscription(target: string, type: string): ArmErrorDetail {
  const message = `The resource type '${type}' can't be deployed to a subscription: it belongs to a resource group.`
  return { code: 'InvalidDeploymentScope', message, target }
}

function unauthorized(details: ArmErrorDetail[]): ArmRefusal {
  const [first] = details
  const message =
    details.length === 1
      ? `The template deployment failed with error: '${first?.message}'.`
      : `Deployment failed with multiple errors: '${details.map((detail) => detail.message).join(':')}'`
  return new ArmRefusal(403, { code: 'InvalidTemplateDeployment', message, details })
}

function notValid(request: ArmRequest, details: ArmErrorDetail[]): ArmRefusal {
  const name = request.parameters['name0'] ?? ''
  const message = `The template deployment '${name}' is not valid according to the validation procedure. The tracking id is '${randomUUID()}'. See inner errors for details.`
  return new ArmRefusal(400, { code: 'InvalidTemplateDeployment', message, details })
}
