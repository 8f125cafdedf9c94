import { parseResourceId } from '@portal/arm'
import { toVersionEventsTemplate, type VersionEvents } from '@portal/gallery'
import { azureCliOption } from '../quoting/azure-cli-value.ts'
import type { Deployment } from './deployment/deployment.ts'

/**
 * The deployment that creates an Event Grid subscription to the versions of a definition, with a placeholder in angle
 * brackets for what is not entered yet. Throws `InvalidResourceId`.
 */
export function versionEventsDeployment(events: VersionEvents): Deployment {
  const { imageDefinitionId, name, destination, resourceId, queueName } = events
  const { subscriptionId, resourceGroupName } = parseResourceId(imageDefinitionId)
  const filled = {
    ...events,
    name: name || '<name>',
    resourceId: resourceId || (destination === 'StorageQueue' ? '<storage account ID>' : '<function ID>'),
    queueName: queueName || '<queue>',
  }
  const template = toVersionEventsTemplate(filled)
  return { subscriptionId, resourceGroupName, name: 'version-events', fileName: 'version-events', template }
}

/**
 * What a receiver runs to know the latest version, since no event has it: by the flag of the whole version.
 * https://learn.microsoft.com/cli/azure/sig/image-version#az-sig-image-version-list
 */
export function latestVersionCommand(imageDefinitionId: string): string {
  const { subscriptionId, resourceGroupName, names } = parseResourceId(imageDefinitionId)
  const [gallery = '', definition = ''] = names
  const options = Object.entries({
    subscription: subscriptionId,
    'resource-group': resourceGroupName,
    'gallery-name': gallery,
    'gallery-image-definition': definition,
    query: "[?provisioningState=='Succeeded' && !publishingProfile.excludeFromLatest].name",
  }).map(([option, value]) => azureCliOption(option, value))
  return `az sig image-version list ${options.join(' ')} --output=tsv | sort --version-sort | tail -n 1`
}
