import {
  forecastKeyImpact,
  type KeyImpactFacts,
  type KeyImpactForecast,
  keyOfUrl,
  vaultHostOf,
  type ImpactEvent,
} from '@portal/disk-encryption'
import type { KeyImpact } from '@portal/portal-api'
import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { deletedVersionsNearKeyQuery, keyImpactQuery } from '../../../../api/key-health-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import type { ImpactStart } from '../impact-address.ts'

/** The events in the order of their choice. */
export const events = [
  'keyDisabled',
  'keyExpired',
  'keyDeleted',
  'keyPurged',
  'setKeyChanged',
  'vaultClosed',
] as const satisfies readonly ImpactEvent['type'][]
type ImpactEventType = (typeof events)[number]

/** The chosen question, what it rests on, and its answer. */
export interface ChosenForecast {
  /** all of which one can be chosen: keys without versions */
  keys: string[]
  key: string
  /** IDs of the sets with the key */
  setIds: string[]
  setId: string
  event: ImpactEventType
  facts: KeyImpactFacts
  forecast: KeyImpactForecast
  /** some recycle bins could not be read */
  binsIncomplete: boolean
  choose: (choice: { event?: ImpactEventType; of?: string }) => void
}

/**
 * The forecast for the event in the address; undefined until the facts are there. If a vault closes, these are about
 * all of its keys.
 */
export function useForecast(impact: KeyImpact | undefined, start: ImpactStart) {
  const [search, setSearch] = useSearchParams()
  const of = search.get('of')?.toLowerCase()
  const event = events.find((one) => one === search.get('event')) ?? 'keyDisabled'
  const sets = impact?.facts.sets ?? []
  const starting = (of ?? start.diskEncryptionSetId ?? '').toLowerCase()
  const namedSet = sets.find(({ id }) => id.toLowerCase() === starting)
  const keys = impact?.keys ?? []
  const key = (namedSet && keyOfUrl(namedSet.keyUrl)) ?? keys.find((one) => one === of) ?? keys[0] ?? ''
  const setIds = sets.filter((set) => keyOfUrl(set.keyUrl) === key).map(({ id }) => id)
  const setId = namedSet?.id ?? setIds[0] ?? ''
  const bins = useRead(deletedVersionsNearKeyQuery, { keyUrl: key }, { enabled: key !== '' && sets.length > 0 })
  const closes = event === 'vaultClosed' && key !== ''
  const ofVault = useRead(keyImpactQuery, { vaultHost: vaultHostOf(key) }, { enabled: closes })
  const concerned = closes ? ofVault.data : impact
  const facts = useMemo<KeyImpactFacts | undefined>(
    () => concerned && { ...concerned.facts, deletedVersionIds: bins.data?.versions.map(({ id }) => id) ?? [] },
    [concerned, bins.data],
  )
  const forecast = useMemo(
    () => facts && forecastKeyImpact(facts, impactEventOf(event, key, setId)),
    [facts, event, key, setId],
  )
  const state = { error: closes ? ofVault.error : null, refetch: () => void ofVault.refetch() }
  if (facts === undefined || forecast === undefined) return { ...state, impact: undefined }
  const chosen: ChosenForecast = {
    keys,
    key,
    setIds,
    setId,
    event,
    facts,
    forecast,
    binsIncomplete: bins.isError || bins.data?.isComplete === false,
    choose: (choice) =>
      setSearch(
        (before) => {
          for (const [name, value] of Object.entries(choice)) before.set(name, value)
          return before
        },
        { replace: true },
      ),
  }
  return { ...state, impact: chosen }
}

function impactEventOf(event: ImpactEventType, key: string, setId: string): ImpactEvent {
  if (event === 'setKeyChanged') return { type: event, setId }
  return event === 'vaultClosed' ? { type: event, vaultHost: vaultHostOf(key) } : { type: event, key }
}
