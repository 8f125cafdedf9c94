import { randomUUID } from 'node:crypto'
import { isIdOf } from '@portal/arm'
import { isJsonObject, textAt, type JsonObject } from '../../json.ts'
import { provisioningState, type StoredResource } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'
import { invalidEventRequest } from '../alerts/system-topics.ts'
import { bodyReader } from '../body-reader.ts'
import { resourceGroupNotFound, resourceNotFound, type ArmRefusal } from '../errors.ts'
import { extensionAt, extensionOperations, removeStored } from '../extension-resources.ts'
import { parameter, type ArmOperation, type ArmReply, type ArmRequest } from '../request.ts'
import { requestedProperties } from '../writing.ts'
import { assertResourceFilter } from './event-filter.ts'
import { queueEvent, validationEvent } from './event-queue.ts'

export const eventSubscriptionType = 'Microsoft.EventGrid/eventSubscriptions'

const extension = extensionAt(eventSubscriptionType)
/** How long a webhook can be validated by its URL, and how long Azure takes for other destinations (our reading). */
const [validationMs, otherwiseMs] = [10 * 60_000, 2000]

/** The subscription or group that a request, or the ID of an event subscription, is about. */
export function scopeOfEvents(path: string): string {
  return extension.scopeOf({ path })
}

function notFound(request: ArmRequest): ArmRefusal {
  return resourceNotFound(`${eventSubscriptionType}/${parameter(request, 'name')}`, '')
}

/** The scope in its own spelling. Throws 404 for a missing group, 400 for anything but a group or a subscription. */
function knownScope({ tenant, path }: ArmRequest): string {
  const scope = scopeOfEvents(path)
  const [, , subscriptionId = '', , group, ...below] = scope.split('/')
  if (group === undefined) return `/subscriptions/${subscriptionId.toLowerCase()}`
  if (below.length > 0) throw invalidEventRequest(`The simulator has no events of '${scope}', only of its group.`)
  const found = tenant.store.get(scope)
  if (found === undefined) throw resourceGroupNotFound(group)
  return found.id
}

// The address of a webhook can contain a secret: it is only returned by getFullUrl.
function present(stored: StoredResource, request: ArmRequest): JsonObject {
  const { id, name, properties } = stored
  const destination = isJsonObject(properties['destination']) ? properties['destination'] : {}
  const { endpointUrl, ...shown } = isJsonObject(destination['properties']) ? destination['properties'] : {}
  const isWebhook = typeof endpointUrl === 'string'
  const { isAwaitingManualAction, ...rest } = properties
  const state = provisioningState(stored, request.clock.now())
  return {
    properties: {
      ...rest,
      provisioningState: isAwaitingManualAction === true && state === 'Creating' ? 'AwaitingManualAction' : state,
      destination: {
        ...destination,
        properties: { ...shown, ...(isWebhook && { endpointBaseUrl: endpointUrl.split('?')[0] }) },
      },
    },
    id,
    name,
    type: eventSubscriptionType,
  }
}

/** Whether an address is one of this machine: the only ones that events are sent to. */
function isLocal(endpointUrl: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(URL.parse(endpointUrl)?.hostname ?? '')
}

/** Where the events of a subscription are sent; undefined: they are kept here. */
export function localEndpointOf({ eventGridOrigin }: Tenant, { properties }: StoredResource): string | undefined {
  const url = textAt(properties, 'destination', 'properties', 'endpointUrl') ?? ''
  return eventGridOrigin !== undefined && isLocal(url) ? url : undefined
}

function assertDestination(sent: JsonObject): void {
  const destination = bodyReader(sent, 'properties').object('destination')
  const kind = destination?.text('endpointType') ?? ''
  const properties = destination?.object('properties')
  if (kind === 'WebHook') {
    const url = URL.parse(properties?.text('endpointUrl') ?? '')
    if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isLocal(url.href)))
      throw invalidEventRequest('The endpointUrl of a webhook must be an https address.')
  } else if (kind === 'StorageQueue' || kind === 'AzureFunction') {
    const id = properties?.text('resourceId') ?? ''
    const type = kind === 'StorageQueue' ? 'Microsoft.Storage/storageAccounts' : 'Microsoft.Web/sites/functions'
    if (!isIdOf(type, id)) throw invalidEventRequest(`The resourceId '${id}' is not the ID of a ${type}.`)
    if (kind === 'StorageQueue' && !properties?.text('queueName'))
      throw invalidEventRequest('The queueName is missing.')
  } else throw invalidEventRequest(`The simulator has no destination of the type '${kind}'.`)
  if ((textAt(sent, 'eventDeliverySchema') ?? 'EventGridSchema') !== 'EventGridSchema')
    throw invalidEventRequest('The simulator sends events in the EventGridSchema only.')
}

function put(request: ArmRequest): ArmReply {
  const { tenant, clock } = request
  const name = parameter(request, 'name')
  if (!/^[a-zA-Z0-9-]{3,64}$/.test(name))
    throw invalidEventRequest('The name of an event subscription has 3 to 64 characters: letters, digits and hyphens.')
  const scope = knownScope(request)
  const sent = requestedProperties(request)
  assertDestination(sent)
  const filter = isJsonObject(sent['filter']) ? sent['filter'] : {}
  assertResourceFilter(filter)
  const stored = extension.stored(request)
  const startedAt = clock.now()
  const subscription: StoredResource = {
    id: stored?.id ?? `${scope}/providers/${eventSubscriptionType}/${name}`,
    type: eventSubscriptionType,
    name: stored?.name ?? name,
    location: '',
    properties: {
      topic: scope,
      destination: sent['destination'],
      filter: { subjectBeginsWith: '', subjectEndsWith: '', ...filter },
      labels: sent['labels'] ?? [],
      eventDeliverySchema: 'EventGridSchema',
      retryPolicy: sent['retryPolicy'] ?? { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 },
    },
  }
  const isValidated = localEndpointOf(tenant, subscription) !== undefined
  const change = { state: stored ? 'Updating' : 'Creating', startedAt } as const
  const unanswered = { failure: validationFailure(subscription), endsAt: startedAt + validationMs }
  const put: StoredResource = {
    ...subscription,
    change: { ...change, ...(isValidated ? unanswered : { endsAt: startedAt + otherwiseMs }) },
  }
  tenant.store.put(put)
  if (isValidated) validate(tenant, put, startedAt)
  return { status: 201, body: present(put, request) }
}

/** https://learn.microsoft.com/azure/event-grid/end-point-validation-event-grid-events-schema */
function validate({ store, eventGridOrigin = '' }: Tenant, { id, name, properties }: StoredResource, at: number): void {
  const validationCode = randomUUID().toUpperCase()
  const event = {
    id: randomUUID(),
    topic: properties['topic'],
    subject: '',
    data: {
      validationCode,
      validationUrl: `${eventGridOrigin}/eventsubscriptions/${name}/validate?id=${validationCode}`,
    },
    eventType: validationEvent,
    eventTime: new Date(at).toISOString(),
    metadataVersion: '1',
    dataVersion: '2',
  }
  queueEvent(store, { eventSubscriptionId: id, event, at })
}

/** Why a webhook that does not take part in the handshake gets no events. */
export function validationFailure({ properties }: StoredResource): { code: string; message: string } {
  const url = (textAt(properties, 'destination', 'properties', 'endpointUrl') ?? '').split('?')[0] ?? ''
  return {
    code: 'Url validation',
    message: `Webhook validation handshake failed for ${url}. When a validation request is accepted without validation code in the response body, Http GET is expected on the validation url included in the validation event(within 10 minutes). For troubleshooting, visit https://aka.ms/esvalidation.`,
  }
}

/** https://learn.microsoft.com/rest/api/eventgrid/controlplane/event-subscriptions */
export const scopeEventSubscriptions: ArmOperation[] = [
  ...extensionOperations({
    at: extension,
    put,
    find: extension.stored,
    list: ({ path, tenant }) => tenant.store.list(scopeOfEvents(path), eventSubscriptionType),
    present,
    notFound,
    remove: removeStored,
  }),
  {
    method: 'POST',
    path: `${extension.one}/getFullUrl`,
    action: `${eventSubscriptionType}/getFullUrl/action`,
    readsOnly: true,
    handle(request) {
      const found = extension.stored(request)
      if (found === undefined) throw notFound(request)
      const endpointUrl = textAt(found.properties, 'destination', 'properties', 'endpointUrl')
      return { status: 200, body: { ...(endpointUrl !== undefined && { endpointUrl }) } }
    },
  },
]
