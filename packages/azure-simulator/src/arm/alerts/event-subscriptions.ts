import { formatResourceId, isIdOf } from '@portal/arm'
import { isJsonObject, textAt, valueAt, type JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import { bodyReader, type BodyReader } from '../body-reader.ts'
import { getOperation, listOperation, newResourceId, pathOf, requestedId } from '../collections.ts'
import { operation, type ArmOperation, type ArmReply, type ArmRequest } from '../request.ts'
import { removeOperation, requestedProperties } from '../writing.ts'
import { invalidEventRequest, systemTopicType } from './system-topics.ts'

const type = `${systemTopicType}/eventSubscriptions`

// https://learn.microsoft.com/azure/event-grid/event-schema-key-vault
const keyVaultEvents = [
  ...['Certificate', 'Key', 'Secret'].flatMap((kind) =>
    ['NewVersionCreated', 'NearExpiry', 'Expired'].map((what) => `Microsoft.KeyVault.${kind}${what}`),
  ),
  'Microsoft.KeyVault.VaultAccessPolicyChanged',
]
const severities = ['Sev0', 'Sev1', 'Sev2', 'Sev3', 'Sev4']

function present({ id, name, properties }: StoredResource): JsonObject {
  return { properties: { ...properties, provisioningState: 'Succeeded' }, id, name, type }
}

function assertFilter(filter: JsonObject): void {
  const { includedEventTypes } = filter
  if (!Array.isArray(includedEventTypes)) return
  const unknown = includedEventTypes.find((event) => typeof event !== 'string' || !keyVaultEvents.includes(event))
  if (unknown !== undefined)
    throw invalidEventRequest(`The event type ${JSON.stringify(unknown)} is not one of the source.`)
}

/** Alerts of Azure Monitor go to up to so many action groups as there are; other destinations are not simulated. */
function assertDestination(request: ArmRequest, sent: BodyReader): void {
  const destination = sent.object('destination')
  const kind = destination?.text('endpointType') ?? ''
  if (kind !== 'MonitorAlert') throw invalidEventRequest(`The simulator has no destination of the type '${kind}'.`)
  if (sent.text('eventDeliverySchema') !== 'CloudEventSchemaV1_0')
    throw invalidEventRequest(
      'The destination MonitorAlert supports the event delivery schema CloudEventSchemaV1_0 only.',
    )
  const properties = destination?.object('properties')
  const severity = properties?.text('severity') ?? ''
  if (!severities.includes(severity)) throw invalidEventRequest(`The severity '${severity}' is invalid.`)
  const list = valueAt(request.body, 'properties', 'destination', 'properties', 'actionGroups')
  for (const id of Array.isArray(list) ? list : [])
    if (typeof id !== 'string' || !isIdOf('Microsoft.Insights/actionGroups', id) || !request.tenant.store.get(id))
      throw invalidEventRequest(`The action group ${JSON.stringify(id)} could not be found.`)
}

function put(request: ArmRequest): ArmReply {
  const requested = requestedId(request, type)
  const name = requested.names[1] ?? ''
  if (name.length < 3 || name.length > 64)
    throw invalidEventRequest('The name of an event subscription has 3 to 64 characters.')
  const stored = request.tenant.store.get(formatResourceId(requested))
  const id = stored?.id ?? newResourceId(request, requested)
  const sent = requestedProperties(request)
  assertDestination(request, bodyReader(sent, 'properties'))
  const filter = isJsonObject(sent['filter']) ? sent['filter'] : {}
  assertFilter(filter)
  const topic = request.tenant.store.get(id.replace(/\/eventSubscriptions\/[^/]+$/, ''))
  const resource: StoredResource = {
    id,
    type,
    name: stored?.name ?? name,
    location: topic?.location ?? '',
    properties: {
      topic: textAt(topic?.properties, 'source'),
      destination: sent['destination'],
      filter: { includedEventTypes: keyVaultEvents, ...filter },
      labels: sent['labels'] ?? [],
      eventDeliverySchema: sent['eventDeliverySchema'],
      retryPolicy: sent['retryPolicy'] ?? { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 },
    },
  }
  request.tenant.store.put(resource)
  return { status: stored ? 200 : 201, body: present(resource) }
}

/** https://learn.microsoft.com/rest/api/eventgrid/controlplane/system-topic-event-subscriptions */
export const eventSubscriptions: ArmOperation[] = [
  getOperation({ type, present }),
  listOperation({ type, present }),
  operation(`PUT ${pathOf(type)}`, `${type}/write`, put),
  removeOperation(type),
]
