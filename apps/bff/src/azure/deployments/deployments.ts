import { createHash } from 'node:crypto'
import {
  apiVersions,
  armErrorOf,
  type DeploymentTemplate,
  formatResourceId,
  resourceGroupId,
  type ResourceId,
} from '@portal/arm'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, answered } from '../arm/sdk-answers.ts'
import { defined } from '../arm/wire-facts.ts'

export const deploymentsApiVersion = apiVersions.deployments.version
export const deploymentType = 'Microsoft.Resources/deployments'

/** What is sent to deploy a template. */
export interface DeploymentBody {
  properties: {
    mode: 'Incremental'
    template: DeploymentTemplate
    parameters: Record<string, { value: unknown }>
  }
}

const armDeployment = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({
    provisioningState: z.string(),
    timestamp: z.string(),
    duration: z.nullish(z.string()),
    parameters: z.nullish(z.record(z.string(), z.object({ value: z.optional(z.unknown()) }))),
    error: z.nullish(z.unknown()),
  }),
})
export type ArmDeployment = z.output<typeof armDeployment>

/** https://learn.microsoft.com/rest/api/resources/deployments/get */
export function getDeployment(azure: Azure, id: string): Promise<ArmDeployment> {
  return answered(armDeployment, azure.send({ method: 'GET', url: urlOf(id) }))
}

/**
 * Starts a deployment; returns as soon as Azure has accepted it.
 * https://learn.microsoft.com/rest/api/resources/deployments/create-or-update
 */
export async function putDeployment(azure: Azure, id: string, body: DeploymentBody): Promise<void> {
  await azure.send({ method: 'PUT', url: urlOf(id), body })
}

/**
 * Cancels a deployment; operations that it has started continue.
 * https://learn.microsoft.com/rest/api/resources/deployments/cancel
 */
export async function cancelDeployment(azure: Azure, id: string): Promise<void> {
  await azure.send({ method: 'POST', url: urlOf(`${id}/cancel`) })
}

/**
 * Those of a resource group, or those in one state, the latest first.
 * https://learn.microsoft.com/rest/api/resources/deployments/list-by-resource-group
 */
export function listDeployments(
  azure: Azure,
  group: Pick<ResourceId, 'subscriptionId' | 'resourceGroupName'>,
  state?: 'Running',
): Promise<ArmDeployment[]> {
  const url = armUrl(`${resourceGroupId(group)}/providers/${deploymentType}`, {
    'api-version': deploymentsApiVersion,
    ...(state && { $filter: `provisioningState eq '${state}'` }),
  })
  return allOf(armDeployment, listAt(azure, url))
}

const armOperation = z.object({
  properties: z.object({
    provisioningState: z.string(),
    duration: z.nullish(z.string()),
    statusMessage: z.nullish(z.unknown()),
    // the last of a success is about no resource
    targetResource: z.nullish(z.object({ id: z.string() })),
  }),
})

/** One resource of a started deployment. */
export interface DeploymentOperation {
  resourceId: string
  state: 'Running' | 'Succeeded' | 'Failed'
  milliseconds: number
  error?: { code: string; message: string }
}

/** What a deployment has started. https://learn.microsoft.com/rest/api/resources/deployment-operations/list */
export async function listDeploymentOperations(azure: Azure, id: ResourceId): Promise<DeploymentOperation[]> {
  const [name = ''] = id.names
  const path = `${resourceGroupId(id)}/deployments/${name}/operations`
  const operations = await allOf(armOperation, listAt(azure, urlOf(path)))
  return operations.flatMap(({ properties: { targetResource, provisioningState, duration, statusMessage } }) => {
    if (!targetResource) return []
    const state = provisioningState === 'Succeeded' || provisioningState === 'Failed' ? provisioningState : 'Running'
    return [
      {
        resourceId: targetResource.id,
        state,
        milliseconds: millisecondsOf(duration ?? ''),
        ...defined({ error: innermostError(statusMessage) }),
      },
    ]
  })
}

/** ARM wraps the error of a resource; the inner one has the reason. */
export function innermostError(body: unknown): { code: string; message: string } | undefined {
  const error = armErrorOf(body)
  if (error === undefined) return undefined
  const [detail] = error.details ?? []
  const wrapper = error.code === 'ResourceDeploymentFailure' || error.code === 'DeploymentFailed'
  if (wrapper && detail !== undefined) return innermostError(detail)
  return { code: error.code, message: error.message }
}

/** When a deployment was started, ms since 1970: ARM has the time of its last update, and the duration up to then. */
export function startedAt({ properties: { timestamp, duration } }: ArmDeployment): number {
  return Date.parse(timestamp) - millisecondsOf(duration ?? '')
}

/** Milliseconds of a duration as ARM writes it: `PT1M2.5S`. */
export function millisecondsOf(duration: string): number {
  const {
    days = '0',
    hours = '0',
    minutes = '0',
    seconds = '0',
  } = /^P(?:(?<days>\d+)D)?T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>[\d.]+)S)?$/.exec(duration)?.groups ??
  {}
  return Math.round(((Number(days) * 24 + Number(hours)) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000)
}

function urlOf(path: string): string {
  return armUrl(path, { 'api-version': deploymentsApiVersion })
}

/** The ID of the one deployment of a kind for a resource, in its group: the next one replaces it. */
export function deploymentIdFor(resource: ResourceId, kind: string): string {
  const hash = createHash('sha256').update(formatResourceId(resource).toLowerCase()).digest('hex')
  return deploymentIdOf(resource, `${kind}-${hash.slice(0, 16)}`)
}

/** The id of a deployment to a resource group. */
export function deploymentIdOf(
  { subscriptionId, resourceGroupName }: Pick<ResourceId, 'subscriptionId' | 'resourceGroupName'>,
  name: string,
): string {
  return formatResourceId({
    subscriptionId,
    resourceGroupName,
    provider: 'Microsoft.Resources',
    types: ['deployments'],
    names: [name],
  })
}
