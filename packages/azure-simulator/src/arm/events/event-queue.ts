import type { JsonObject } from '../../json.ts'
import type { Store } from '../../store/store.ts'

/** An event for one subscription, and what has become of it. */
export interface QueuedEvent {
  /** ID of the event subscription */
  eventSubscriptionId: string
  event: JsonObject
  /** when it happens, milliseconds of the clock: the end of the operation that it is about */
  at: number
  attempts: number
  /** when it is sent next */
  nextAt: number
  /** `NotSent`: its destination is none that the simulator sends to */
  state: 'Waiting' | 'Delivered' | 'Dropped' | 'NotSent'
}

export const validationEvent = 'Microsoft.EventGrid.SubscriptionValidationEvent'
const mostEvents = 100

// In memory, and for each tenant: its store is the same in a deployment's view of it.
const queues = new WeakMap<Store, QueuedEvent[]>()

/** The events of a tenant, oldest first; the last hundred. */
export function eventsOf(store: Store): QueuedEvent[] {
  return queues.get(store) ?? []
}

/** Adds an event that happens at `at`. */
export function queueEvent(store: Store, added: Pick<QueuedEvent, 'eventSubscriptionId' | 'event' | 'at'>): void {
  const kept = [...eventsOf(store), { ...added, attempts: 0, nextAt: added.at, state: 'Waiting' as const }]
  queues.set(store, kept.slice(-mostEvents))
}
