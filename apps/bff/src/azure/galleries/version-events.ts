import { apiVersions, formatResourceId, resourceGroupId, type ResourceId } from '@portal/arm'
import {
  eventSubscriptionName,
  eventSubscriptionType,
  subjectOf,
  toVersionEventsTemplate,
  versionEventsIssues,
  type VersionEvents,
} from '@portal/gallery'
import type { VersionEventsAnswer } from '@portal/portal-api'
import * as z from 'zod/mini'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { armUrl, listAt } from '../arm/arm-request.ts'
import { atMostOnce } from '../arm/at-most-once.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, ifThere } from '../arm/sdk-answers.ts'
import { defined } from '../arm/wire-facts.ts'
import { deploymentIdFor, getDeployment, innermostError } from '../deployments/deployments.ts'
import { deploymentState, sendDeployment } from '../deployments/start-deployment.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'

const armEventSubscription = z.object({
  name: z.string(),
  properties: z.object({
    provisioningState: z.nullish(z.string()),
    filter: z.nullish(z.object({ subjectBeginsWith: z.nullish(z.string()) })),
    destination: z.nullish(
      z.object({
        endpointType: z.string(),
        properties: z.nullish(
          z.object({
            endpointBaseUrl: z.nullish(z.string()),
            queueName: z.nullish(z.string()),
            resourceId: z.nullish(z.string()),
          }),
        ),
      }),
    ),
  }),
})

function urlOf(definition: ResourceId, name?: string): string {
  const path = `${resourceGroupId(definition)}/providers/${eventSubscriptionType}${name === undefined ? '' : `/${name}`}`
  return armUrl(path, { 'api-version': apiVersions.eventGrid.version })
}

// One for each definition: what is created there next replaces it.
const deploymentFor = (definition: ResourceId) => deploymentIdFor(definition, 'version-events')

/**
 * The event subscriptions of the definition's group that take its versions, the last creation, and whether the caller
 * can create another.
 * https://learn.microsoft.com/rest/api/eventgrid/controlplane/event-subscriptions/list-global-by-resource-group
 */
export async function versionEventsOf(azure: Azure, definition: ResourceId): Promise<VersionEventsAnswer> {
  const [all, deployment, permissionFor] = await Promise.all([
    allOf(armEventSubscription, listAt(azure, urlOf(definition))),
    ifThere(getDeployment(azure, deploymentFor(definition))),
    permissionsAt(azure, resourceGroupId(definition)),
  ])
  const subject = subjectOf(formatResourceId(definition)).toLowerCase()
  const ours = all.filter(({ properties: { filter } }) => filter?.subjectBeginsWith?.toLowerCase() === subject)
  const actions = [`${eventSubscriptionType}/write`, 'Microsoft.Resources/deployments/write'].map((action) =>
    permissionFor(action),
  )
  return {
    subscriptions: ours.map(({ name, properties: { provisioningState, destination } }) => {
      const { endpointBaseUrl, queueName, resourceId } = destination?.properties ?? {}
      const target = endpointBaseUrl ?? queueName ?? resourceId?.split('/').at(-1) ?? ''
      return { name, destination: destination?.endpointType ?? '', target, state: provisioningState ?? 'Succeeded' }
    }),
    ...defined({
      creation: deployment && {
        state: deploymentState(deployment),
        ...defined({ error: innermostError({ error: deployment.properties.error }) }),
      },
    }),
    mayCreate: actions.includes('forbidden') ? 'forbidden' : actions.includes('unknown') ? 'unknown' : 'allowed',
  }
}

/**
 * Starts the deployment of the subscription. Throws what Azure refuses, and `RequestRefused` for what the form would
 * not have sent.
 */
export async function createVersionEvents(
  azure: Azure,
  definition: ResourceId,
  { events, endpointUrl }: { events: VersionEvents; endpointUrl: string },
): Promise<void> {
  const [issue] = versionEventsIssues(events, endpointUrl)
  if (issue) throw new RequestRefused('InvalidRequest', `Not as expected: ${issue.code}`)
  const parameters = events.destination === 'WebHook' ? { endpointUrl: { value: endpointUrl } } : {}
  await sendDeployment(azure, deploymentFor(definition), {
    properties: { mode: 'Incremental', template: toVersionEventsTemplate(events), parameters },
  })
}

/** Removes the subscription of that name. https://learn.microsoft.com/rest/api/eventgrid/controlplane/event-subscriptions/delete */
export async function deleteVersionEvents(azure: Azure, definition: ResourceId, name: string): Promise<void> {
  if (!eventSubscriptionName.test(name))
    throw new RequestRefused('InvalidRequest', 'Not a name of an event subscription')
  const url = urlOf(definition, name)
  await atMostOnce(azure.send({ method: 'DELETE', url }), async () => {
    return (await ifThere(azure.send({ method: 'GET', url }))) === undefined
  })
}
