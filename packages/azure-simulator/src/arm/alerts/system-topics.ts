import { sameRegion } from '@portal/arm'
import { textAt, type JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import { isAllowed } from '../authorization/access.ts'
import { bodyReader } from '../body-reader.ts'
import { getOperation, listBySubscriptionOperation, listOperation } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import { guidOf } from '../guid.ts'
import { putOperation } from '../put-operation.ts'
import type { ArmOperation, ArmRequest } from '../request.ts'
import { removeOperation } from '../writing.ts'

export const systemTopicType = 'Microsoft.EventGrid/systemTopics'
const vaultType = 'Microsoft.KeyVault/vaults'

function present({ id, name, location, tags, properties }: StoredResource): JsonObject {
  return {
    properties: { provisioningState: 'Succeeded', ...properties, metricResourceId: guidOf(`metrics of ${id}`) },
    location,
    ...(tags && { tags }),
    id,
    name,
    type: systemTopicType,
  }
}

/** 400 in the code of Event Grid. */
export function invalidEventRequest(message: string): ArmRefusal {
  return new ArmRefusal(400, { code: 'InvalidRequest', message })
}

/** The vault that the events are about. Throws 400 for anything else, and for another topic of the same vault. */
function assertSource(request: ArmRequest, topic: Pick<StoredResource, 'id' | 'location'>, source: string): string {
  const { tenant, caller } = request
  const vault = tenant.store.get(source)
  const isReadable = vault && isAllowed(tenant, caller, { action: `${vault.type}/read`, scope: vault.id })
  if (vault?.type !== vaultType || !isReadable) throw invalidEventRequest(`The source '${source}' could not be found.`)
  if (!sameRegion(vault.location, topic.location))
    throw invalidEventRequest(`The location of the system topic must be that of its source, '${vault.location}'.`)
  const [, , subscriptionId] = topic.id.split('/')
  if (subscriptionId?.toLowerCase() !== vault.id.split('/')[2]?.toLowerCase())
    throw invalidEventRequest('The system topic must be in the subscription of its source.')
  const other = tenant.store
    .list(`/subscriptions/${subscriptionId}`, systemTopicType)
    .find(({ id, properties }) => id !== topic.id && textAt(properties, 'source') === vault.id)
  if (other) throw invalidEventRequest(`Only one system topic is allowed per source; '${other.id}' exists.`)
  return vault.id
}

/**
 * System topics of key vaults; no events are sent:
 * https://learn.microsoft.com/rest/api/eventgrid/controlplane/system-topics
 */
export const systemTopics: ArmOperation[] = [
  getOperation({ type: systemTopicType, present }),
  listOperation({ type: systemTopicType, present }),
  listBySubscriptionOperation({ type: systemTopicType, present }),
  putOperation(systemTopicType, ({ request, stored, named, sent }) => {
    const reader = bodyReader(sent, 'properties')
    const topicType = reader.text('topicType') ?? ''
    if (topicType.toLowerCase() !== 'microsoft.keyvault.vaults')
      throw invalidEventRequest(`The simulator has no events of the topic type '${topicType}'.`)
    const source = assertSource(request, named, reader.text('source') ?? '')
    if (stored && textAt(stored.properties, 'source') !== source)
      throw invalidEventRequest('The source of a system topic cannot be changed.')
    const resource: StoredResource = { ...named, properties: { source, topicType: 'microsoft.keyvault.vaults' } }
    request.tenant.store.put(resource)
    return { status: stored ? 200 : 201, body: present(resource) }
  }),
  removeOperation(systemTopicType),
]
