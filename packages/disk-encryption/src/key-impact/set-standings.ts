import { keyOfUrl, vaultHostOf, type ImpactEvent } from './impact-event.ts'
import type { ImpactedSet, KeyImpactFacts } from './key-impact-facts.ts'

/**
 * What the event means to a set: it can't reach its key; its key is expired; it has another key (for confidential
 * machines under conditions); it is leaving the key; nothing.
 */
export type SetStanding = 'gone' | 'expired' | 'rekeyed' | 'rekeyedConfidential' | 'leaving' | 'untouched'

/** The standing of any set by its ID; sets that are not among the facts are untouched. */
export function setStandings({ sets }: KeyImpactFacts, event: ImpactEvent): (setId: string) => SetStanding {
  const standings = new Map(sets.map((set) => [set.id.toLowerCase(), standingOf(set, event)]))
  return (setId) => standings.get(setId.toLowerCase()) ?? 'untouched'
}

function standingOf(set: ImpactedSet, event: ImpactEvent): SetStanding {
  if (event.type === 'setKeyChanged') {
    if (set.id.toLowerCase() !== event.setId.toLowerCase()) return 'untouched'
    return set.encryptionType === 'ConfidentialVmEncryptedWithCustomerKey' ? 'rekeyedConfidential' : 'rekeyed'
  }
  const isMeant = (keyUrl: string) =>
    event.type === 'vaultClosed'
      ? vaultHostOf(keyUrl) === event.vaultHost.toLowerCase()
      : keyOfUrl(keyUrl) === event.key.toLowerCase()
  if (isMeant(set.keyUrl)) return event.type === 'keyExpired' ? 'expired' : 'gone'
  return set.previousKeyUrls.some(isMeant) ? 'leaving' : 'untouched'
}
