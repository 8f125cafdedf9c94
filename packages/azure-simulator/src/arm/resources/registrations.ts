import type { Tenant } from '../../world.ts'

/**
 * What a subscription can register: a resource provider (`Microsoft.Compute`) or a feature
 * (`Microsoft.Compute/SIGEncryption`).
 */
export interface Registrable {
  subscriptionId: string
  name: string
  /** the initial state */
  atFirst: 'Registered' | 'NotRegistered'
}

// The duration was not recorded: this is our reading, in milliseconds of Azure's clock.
const registrationMilliseconds = 60_000

/** The state of the registration at `now`: `Registering` and `Unregistering` last for a while. */
export function registrationState(tenant: Tenant, { subscriptionId, name, atFirst }: Registrable, now: number): string {
  const asked = tenant.registrations.get(keyOf(subscriptionId, name))
  if (asked === undefined) return atFirst
  if (now >= asked.endsAt) return asked.to
  return asked.to === 'Registered' ? 'Registering' : 'Unregistering'
}

interface Asked {
  to: 'Registered' | 'Unregistered'
  /** milliseconds of the clock */
  now: number
  /** its duration */
  milliseconds?: number
}

/** Requests it; a repeated request changes nothing. */
export function startRegistration(
  tenant: Tenant,
  registrable: Registrable,
  { to, now, milliseconds = registrationMilliseconds }: Asked,
): void {
  const state = registrationState(tenant, registrable, now)
  const isThere = to === 'Registered' ? state.startsWith('Register') : !state.startsWith('Register')
  if (isThere) return
  const { subscriptionId, name } = registrable
  tenant.registrations.set(keyOf(subscriptionId, name), { to, endsAt: now + milliseconds })
}

function keyOf(subscriptionId: string, name: string): string {
  return `${subscriptionId}/${name}`.toLowerCase()
}
