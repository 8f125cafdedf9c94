import type { ImpactedSet, KeyImpactFacts } from './key-impact-facts.ts'
import { keyOfUrl, vaultHostOf, type WhatIf } from './what-if.ts'

/**
 * What the event means to a set: it can't reach its key; its key is expired; it has another key (for confidential
 * machines under conditions); it is leaving the key; nothing.
 */
export type SetStanding = 'gone' | 'expired' | 'rekeyed' | 'rekeyedConfidential' | 'leaving' | 'untouched'

/** The standing of any set by its ID; sets that are not among the facts are untouched. */
export function setStandings({ sets }: KeyImpactFacts, whatIf: WhatIf): (setId: string) => SetStanding {
  const standings = new Map(sets.map((set) => [set.id.toLowerCase(), standingOf(set, whatIf)]))
  return (setId) => standings.get(setId.toLowerCase()) ?? 'untouched'
}

function standingOf(set: ImpactedSet, whatIf: WhatIf): SetStanding {
  if (whatIf.type === 'setKeyChanged') {
    if (set.id.toLowerCase() !== whatIf.setId.toLowerCase()) return 'untouched'
    return set.encryptionType === 'ConfidentialVmEncryptedWithCustomerKey' ? 'rekeyedConfidential' : 'rekeyed'
  }
  const isMeant = (keyUrl: string) =>
    whatIf.type === 'vaultClosed'
      ? vaultHostOf(keyUrl) === whatIf.vaultHost.toLowerCase()
      : keyOfUrl(keyUrl) === whatIf.key.toLowerCase()
  if (isMeant(set.keyUrl)) return whatIf.type === 'keyExpired' ? 'expired' : 'gone'
  return set.previousKeyUrls.some(isMeant) ? 'leaving' : 'untouched'
}
