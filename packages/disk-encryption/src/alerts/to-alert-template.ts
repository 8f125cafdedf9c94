import {
  apiVersions,
  type DeploymentTemplate,
  deploymentTemplate,
  parseResourceId,
  plainText,
  resourceIdCall,
  type TemplateResource,
} from '@portal/arm'
import type { AlertPlan, WatchedVault } from './alert-plan.ts'

const actionGroupType = 'Microsoft.Insights/actionGroups'
const topicType = 'Microsoft.EventGrid/systemTopics'
const subscriptionType = 'Microsoft.EventGrid/systemTopics/eventSubscriptions'
const eventGridVersion = apiVersions.eventGrid.version

/**
 * What Key Vault tells of the newest version of a key, and how urgent it is. There is no event for a set whose rotation
 * fails. https://learn.microsoft.com/azure/event-grid/event-schema-key-vault
 */
const watchedEvents = [
  { name: 'KeyNearExpiry', severity: 'Sev2', description: 'A key of this vault expires soon.' },
  { name: 'KeyExpired', severity: 'Sev1', description: 'A key of this vault has expired.' },
] as const

/**
 * The template of the alerts, for the group of the plan: an action group, and for each vault a system topic whose
 * events become alerts of Azure Monitor. Throws `InvalidResourceId` for a vault that is none. A vault has one system
 * topic at most: the template fails where another one exists under another name.
 * https://learn.microsoft.com/azure/event-grid/system-topics
 */
export function toAlertTemplate({ actionGroup, vaults }: AlertPlan): DeploymentTemplate {
  const { name, shortName, email } = actionGroup
  return deploymentTemplate({
    resources: [
      {
        type: actionGroupType,
        apiVersion: apiVersions.actionGroups.version,
        name: plainText(name),
        location: 'Global',
        properties: {
          groupShortName: plainText(shortName),
          enabled: true,
          emailReceivers: [{ name: 'Keys', emailAddress: plainText(email), useCommonAlertSchema: true }],
        },
      },
      ...vaults.flatMap((vault) => resourcesOf(vault, name)),
    ],
  })
}

function resourcesOf({ id, location }: WatchedVault, actionGroupName: string): TemplateResource[] {
  const topic = `${parseResourceId(id).names[0] ?? ''}-keys`
  const actionGroup = `[${resourceIdCall(actionGroupType, actionGroupName)}]`
  return [
    {
      type: topicType,
      apiVersion: eventGridVersion,
      name: plainText(topic),
      location: plainText(location),
      properties: { source: plainText(id), topicType: 'Microsoft.KeyVault.vaults' },
    },
    ...watchedEvents.map(({ name, severity, description }): TemplateResource => ({
      type: subscriptionType,
      apiVersion: eventGridVersion,
      name: plainText(`${topic}/${name}`),
      dependsOn: [`[${resourceIdCall(topicType, topic)}]`, actionGroup],
      properties: {
        // The only schema that alerts accept.
        eventDeliverySchema: 'CloudEventSchemaV1_0',
        filter: { includedEventTypes: [`Microsoft.KeyVault.${name}`] },
        destination: {
          endpointType: 'MonitorAlert',
          properties: { severity, description, actionGroups: [actionGroup] },
        },
      },
    })),
  ]
}
