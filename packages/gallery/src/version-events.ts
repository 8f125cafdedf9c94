import { apiVersions, type DeploymentTemplate, deploymentTemplate, parseResourceId, plainText } from '@portal/arm'
import * as z from 'zod/mini'

const resourceEvent = 'Microsoft.Resources.Resource'
const versionType = 'Microsoft.Compute/galleries/images/versions'
export const eventSubscriptionType = 'Microsoft.EventGrid/eventSubscriptions'

/** The names that Event Grid allows. */
export const eventSubscriptionName = /^[a-zA-Z0-9-]{3,64}$/

/** An Event Grid subscription to the changes of an image definition's versions. */
export const versionEvents = z.strictObject({
  imageDefinitionId: z.string(),
  /** of the event subscription: unique in the resource group */
  name: z.string(),
  destination: z.enum(['WebHook', 'StorageQueue', 'AzureFunction']),
  /** of the storage account or of the function; '' for a webhook, whose address can contain a secret */
  resourceId: z.string(),
  /** of a storage queue */
  queueName: z.string(),
  /** also for writes and deletions that fail */
  includesFailures: z.boolean(),
})
export type VersionEvents = z.infer<typeof versionEvents>

export type VersionEventsIssueCode = 'NameInvalid' | 'AddressInvalid' | 'ResourceIdInvalid' | 'QueueNameInvalid'

/** What Event Grid would refuse, by field. https://learn.microsoft.com/azure/event-grid/subscription-creation-schema */
export function versionEventsIssues(
  { name, destination, resourceId, queueName }: VersionEvents,
  endpointUrl: string,
): { field: 'name' | 'endpointUrl' | 'resourceId' | 'queueName'; code: VersionEventsIssueCode }[] {
  const [isWebhook, isQueue] = [destination === 'WebHook', destination === 'StorageQueue']
  const type = isQueue
    ? /\/Microsoft\.Storage\/storageAccounts\/[^/]+$/i
    : /\/Microsoft\.Web\/sites\/[^/]+\/functions\/[^/]+$/i
  return [
    ...(eventSubscriptionName.test(name) ? [] : [{ field: 'name', code: 'NameInvalid' } as const]),
    ...(isWebhook && URL.parse(endpointUrl)?.protocol !== 'https:'
      ? [{ field: 'endpointUrl', code: 'AddressInvalid' } as const]
      : []),
    ...(!isWebhook && !type.test(resourceId) ? [{ field: 'resourceId', code: 'ResourceIdInvalid' } as const] : []),
    // https://learn.microsoft.com/rest/api/storageservices/naming-queues-and-metadata
    ...(isQueue && !/^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(queueName)
      ? [{ field: 'queueName', code: 'QueueNameInvalid' } as const]
      : []),
  ]
}

/**
 * The template of the event subscription, for the group of the definition: Azure Resource Manager tells Event Grid of
 * each write and deletion in a group. The address of a webhook is a secure parameter, `endpointUrl`. Throws
 * `InvalidResourceId`. https://learn.microsoft.com/azure/event-grid/event-schema-resource-groups
 */
export function toVersionEventsTemplate(events: VersionEvents): DeploymentTemplate {
  const { imageDefinitionId, name, destination: endpointType, resourceId, queueName, includesFailures } = events
  parseResourceId(imageDefinitionId)
  const outcomes = ['Success', ...(includesFailures ? ['Failure'] : [])]
  const isWebhook = endpointType === 'WebHook'
  return deploymentTemplate({
    parameters: isWebhook
      ? { endpointUrl: { type: 'securestring', metadata: { description: 'The https address of the webhook' } } }
      : {},
    resources: [
      {
        type: eventSubscriptionType,
        apiVersion: apiVersions.eventGrid.version,
        name: plainText(name),
        properties: {
          eventDeliverySchema: 'EventGridSchema',
          filter: {
            subjectBeginsWith: plainText(subjectOf(imageDefinitionId)),
            includedEventTypes: ['Write', 'Delete'].flatMap((act) =>
              outcomes.map((outcome) => `${resourceEvent}${act}${outcome}`),
            ),
            // What is below a version, such as a lock, has another operation.
            advancedFilters: [
              {
                operatorType: 'StringIn',
                key: 'data.operationName',
                values: [`${versionType}/write`, `${versionType}/delete`],
              },
            ],
          },
          destination: {
            endpointType,
            properties: isWebhook
              ? { endpointUrl: "[parameters('endpointUrl')]" }
              : {
                  resourceId: plainText(resourceId),
                  ...(endpointType === 'StorageQueue' && { queueName: plainText(queueName) }),
                },
          },
        },
      },
    ],
  })
}

/** How the subject of an event about one of the definition's versions begins. */
export function subjectOf(imageDefinitionId: string): string {
  return `${imageDefinitionId}/versions/`
}

/**
 * What a destination gets for each version that is written, in Event Grid's schema; the claims of the caller, which are
 * the token's, left out. https://learn.microsoft.com/azure/event-grid/event-schema-resource-groups#example-event
 */
export function sampleVersionEvent(imageDefinitionId: string): object[] {
  const { subscriptionId, resourceGroupName } = parseResourceId(imageDefinitionId)
  const subject = `${subjectOf(imageDefinitionId)}1.0.0`
  return [
    {
      subject,
      eventType: `${resourceEvent}WriteSuccess`,
      eventTime: '2026-12-01T10:00:00.0000000Z',
      id: '00000000-0000-0000-0000-000000000000',
      data: {
        authorization: { scope: subject, action: `${versionType}/write` },
        claims: {},
        correlationId: '00000000-0000-0000-0000-000000000000',
        resourceProvider: 'Microsoft.Compute',
        resourceUri: subject,
        operationName: `${versionType}/write`,
        status: 'Succeeded',
        subscriptionId,
        tenantId: '00000000-0000-0000-0000-000000000000',
      },
      dataVersion: '2',
      metadataVersion: '1',
      topic: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`,
    },
  ]
}
