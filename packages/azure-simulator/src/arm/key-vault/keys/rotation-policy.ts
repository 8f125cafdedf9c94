import { isJsonObject, numberAt, objectsAt, textAt, type Json, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { ArmRefusal } from '../../errors.ts'

// By default, a key only notifies that it is about to expire:
// https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
const defaultPolicy: JsonObject = {
  lifetimeActions: [{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }],
  attributes: {},
}

const leastExpiry = 28
const leastTrigger = 7

/**
 * The policy in a request, as it is stored: actions in the vault's spelling, with its creation and change times
 * (seconds since 1970). Throws 400 for one that Key Vault refuses.
 * https://learn.microsoft.com/rest/api/keyvault/keys/update-key-rotation-policy/update-key-rotation-policy
 */
export function storedRotationPolicy(sent: JsonObject, before: Json | undefined, now: number): JsonObject {
  if (!Array.isArray(sent['lifetimeActions'])) throw invalid("The given value for 'lifetimeActions' is null.")
  const expiryTime = textAt(sent, 'attributes', 'expiryTime') || undefined
  const expiry = expiryTime === undefined ? undefined : durationOf(expiryTime, 'expiryTime')
  if (expiry && daysIn(expiry) < leastExpiry)
    throw invalid(`The given value for 'expiryTime' must be at least ${leastExpiry} days.`)
  const lifetimeActions = objectsAt(sent, 'lifetimeActions').map((action) => storedAction(action, expiry))
  const types = lifetimeActions.map((action) => textAt(action, 'action', 'type'))
  if (new Set(types).size < types.length) throw invalid("The given value for 'lifetimeActions' names an action twice.")
  const updated = Math.floor(now / 1000)
  return {
    // Without any, the policy is the default one again.
    ...(lifetimeActions.length === 0 ? defaultPolicy : { lifetimeActions }),
    attributes: {
      ...(expiryTime !== undefined && { expiryTime }),
      created: numberAt(before, 'attributes', 'created') ?? updated,
      updated,
    },
  }
}

/** The policy of a key as the vault itself returns it. */
export function rotationPolicyOf({ properties }: StoredResource): JsonObject {
  const policy = properties['rotationPolicy']
  return isJsonObject(policy) ? policy : defaultPolicy
}

/** The same as ARM returns it, with actions in lowercase; undefined if the key has none. */
export function armRotationPolicyOf({ properties }: StoredResource): JsonObject | undefined {
  const policy = properties['rotationPolicy']
  if (!isJsonObject(policy)) return undefined
  const lifetimeActions = objectsAt(policy, 'lifetimeActions').map(({ trigger, action }) => ({
    trigger,
    action: { type: textAt(action, 'type')?.toLowerCase() },
  }))
  return { ...policy, lifetimeActions }
}

/** When the policy of a key creates the version after this one, in ms since 1970; undefined: never. */
export function nextRotation(policy: Json | undefined, { properties }: StoredResource): number | undefined {
  const rotate = objectsAt(policy, 'lifetimeActions').find(({ action }) => textAt(action, 'type') === 'Rotate')
  const created = numberAt(properties, 'attributes', 'created')
  const expires = numberAt(properties, 'attributes', 'exp')
  const after = isoDuration(textAt(rotate, 'trigger', 'timeAfterCreate') ?? '')
  if (after && created !== undefined) return moved(created * 1000, after)
  const before = isoDuration(textAt(rotate, 'trigger', 'timeBeforeExpiry') ?? '')
  // A version without an end has no time before it.
  return before && expires !== undefined ? moved(expires * 1000, before, -1) : undefined
}

/** When a version created by the policy at `madeAt` (ms) expires, in seconds since 1970; undefined: never. */
export function expiryByPolicy(policy: Json | undefined, madeAt: number): number | undefined {
  const expiry = isoDuration(textAt(policy, 'attributes', 'expiryTime') ?? '')
  return expiry && Math.floor(moved(madeAt, expiry) / 1000)
}

function storedAction({ trigger, action }: JsonObject, expiry: IsoDuration | undefined): JsonObject {
  const type = ['Rotate', 'Notify'].find((known) => known.toLowerCase() === textAt(action, 'type')?.toLowerCase())
  if (type === undefined) throw invalid("The given value for 'action.type' is neither 'Rotate' nor 'Notify'.")
  // Microsoft's own template sends '' for the one that is not meant.
  const after = textAt(trigger, 'timeAfterCreate') || undefined
  const before = textAt(trigger, 'timeBeforeExpiry') || undefined
  if ((after === undefined) === (before === undefined))
    throw invalid("A trigger has either 'timeAfterCreate' or 'timeBeforeExpiry'.")
  if (type === 'Notify' && before === undefined) throw invalid("A 'Notify' action is triggered by 'timeBeforeExpiry'.")
  if (before !== undefined && type === 'Rotate' && expiry === undefined)
    throw invalid("A 'Rotate' action that is triggered by 'timeBeforeExpiry' needs 'expiryTime'.")
  const days = daysIn(durationOf(after ?? before ?? '', after === undefined ? 'timeBeforeExpiry' : 'timeAfterCreate'))
  const most = expiry === undefined ? Infinity : daysIn(expiry) - leastTrigger
  if (days < leastTrigger || days > most)
    throw invalid(`A trigger must be at least ${leastTrigger} days from creation and from expiry.`)
  return { trigger: after === undefined ? { timeBeforeExpiry: before } : { timeAfterCreate: after }, action: { type } }
}

function durationOf(text: string, name: string): IsoDuration {
  const duration = isoDuration(text)
  if (duration === undefined) throw invalid(`The given value for '${name}' is not an ISO 8601 duration of days.`)
  return duration
}

function invalid(message: string): ArmRefusal {
  return new ArmRefusal(400, { code: 'InvalidKeyRotationPolicy', message })
}

/**
 * A span of time as ISO 8601 writes it: `P90D`, `P1Y10D`. Calendar units are kept apart, for years and months differ.
 */
interface IsoDuration {
  years: number
  months: number
  days: number
}

const form = /^P(?!$)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/

/** undefined for an invalid duration; Key Vault's shortest unit here is a day. */
function isoDuration(text: string): IsoDuration | undefined {
  const match = form.exec(text)
  if (match === null) return undefined
  const [, years = '0', months = '0', days = '0'] = match
  return { years: Number(years), months: Number(months), days: Number(days) }
}

/** The maximum number of days, with a year of 365 and a month of 30. */
function daysIn({ years, months, days }: IsoDuration): number {
  return years * 365 + months * 30 + days
}

/** `instant` (ms since 1970) moved by the duration, forwards or (`-1`) backwards, by the calendar of UTC. */
function moved(instant: number, { years, months, days }: IsoDuration, direction: 1 | -1 = 1): number {
  const date = new Date(instant)
  date.setUTCFullYear(date.getUTCFullYear() + direction * years, date.getUTCMonth() + direction * months)
  return date.getTime() + direction * days * 86_400_000
}
