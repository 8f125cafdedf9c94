import { isJsonObject, numberAt, textAt } from '../../json.ts'
import { isChanging, type StoredResource } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'
import { eventsOf, validationEvent, type QueuedEvent } from './event-queue.ts'
import { localEndpointOf, validationFailure } from './event-subscriptions.ts'

// Real time, in milliseconds: https://learn.microsoft.com/azure/event-grid/delivery-and-retry
const longestWait = 30_000
const longestAnswer = 16_384
const mostAtOnce = 5
/** Seconds of the clock between the attempts, and from then on the last one. */
const pauses = [10, 30, 60, 300, 600, 1800, 3600, 10_800, 21_600, 43_200]

const sending = new Set<QueuedEvent>()

/**
 * Sends what is due in a tenant to webhooks on this machine. Nothing is sent anywhere else, nor for a tenant without
 * `eventGridOrigin`; no redirect is followed.
 */
export function deliverEvents(tenant: Tenant): void {
  const now = tenant.clock.now()
  for (const queued of eventsOf(tenant.store)) {
    if (queued.state !== 'Waiting' || queued.nextAt > now || sending.has(queued)) continue
    const subscription = tenant.store.get(queued.eventSubscriptionId)
    const isValidation = queued.event['eventType'] === validationEvent
    if (subscription === undefined) queued.state = 'Dropped'
    else if (!isValidation && isChanging(subscription, now)) continue
    else if (!isValidation && subscription.change?.failure) queued.state = 'Dropped'
    else {
      const url = localEndpointOf(tenant, subscription)
      if (url === undefined) queued.state = 'NotSent'
      else if (sending.size < mostAtOnce) void send(tenant, queued, { url, subscription, isValidation })
    }
  }
}

/** A GET of the address in a validation event: the webhook is validated. False if no subscription waits for it. */
export function validateByUrl(tenants: Iterable<Tenant>, validationCode: string): boolean {
  for (const tenant of tenants)
    for (const { event, eventSubscriptionId } of eventsOf(tenant.store))
      if (textAt(event, 'data', 'validationCode') === validationCode)
        return finishValidation(tenant, eventSubscriptionId)
  return false
}

interface Sending {
  url: string
  subscription: StoredResource
  isValidation: boolean
}

async function send(tenant: Tenant, queued: QueuedEvent, { url, subscription, isValidation }: Sending): Promise<void> {
  sending.add(queued)
  queued.attempts++
  const { status, text } = await posted(url, queued, { name: subscription.name, isValidation })
  sending.delete(queued)
  if (isValidation) {
    queued.state = status === 200 ? 'Delivered' : 'Dropped'
    const isEchoed = validationResponse(text) === textAt(queued.event, 'data', 'validationCode')
    if (status === 200 && !isEchoed) awaitManualAction(tenant, subscription.id)
    else finishValidation(tenant, subscription.id, status !== 200)
  } else if (status >= 200 && status <= 204) queued.state = 'Delivered'
  else {
    const now = tenant.clock.now()
    const { properties } = subscription
    const minutes = numberAt(properties, 'retryPolicy', 'eventTimeToLiveInMinutes') ?? 1440
    const most = numberAt(properties, 'retryPolicy', 'maxDeliveryAttempts') ?? 30
    queued.nextAt = now + (pauses[queued.attempts - 1] ?? 43_200) * 1000
    const isOver = queued.attempts >= most || queued.nextAt > queued.at + minutes * 60_000
    if (isOver || status === 400 || status === 413) queued.state = 'Dropped'
  }
}

async function posted(
  url: string,
  { event, attempts }: QueuedEvent,
  { name, isValidation }: { name: string; isValidation: boolean },
): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(longestWait),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'aeg-event-type': isValidation ? 'SubscriptionValidation' : 'Notification',
        'aeg-subscription-name': name.toUpperCase(),
        'aeg-delivery-count': String(attempts - 1),
        'aeg-data-version': '2',
        'aeg-metadata-version': '1',
      },
      body: JSON.stringify([event]),
    })
    let text = ''
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      text += part.value
      if (text.length > longestAnswer) break
    }
    await reader?.cancel()
    return { status: response.status, text }
  } catch {
    return { status: 0, text: '' }
  }
}

function validationResponse(text: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    return isJsonObject(answer) ? textAt(answer, 'validationResponse') : undefined
  } catch {
    return undefined
  }
}

function awaitManualAction({ store }: Tenant, id: string): void {
  const stored = store.get(id)
  if (stored) store.put({ ...stored, properties: { ...stored.properties, isAwaitingManualAction: true } })
}

function finishValidation({ store, clock }: Tenant, id: string, hasFailed = false): boolean {
  const stored = store.get(id)
  if (stored?.change === undefined || !isChanging(stored, clock.now())) return false
  const { state, startedAt } = stored.change
  const failure = hasFailed && { failure: validationFailure(stored) }
  store.put({ ...stored, change: { state, startedAt, endsAt: clock.now(), ...failure } })
  return true
}
