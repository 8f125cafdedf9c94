import { diskLines } from './disk-lines.ts'
import { impactLists, type ImpactLine, type ImpactList } from './impact.ts'
import type { KeyImpactFacts } from './key-impact-facts.ts'
import { machineLines } from './machine-lines.ts'
import { scaleSetLines } from './scale-set-lines.ts'
import { setLines } from './set-lines.ts'
import { setStandings } from './set-standings.ts'
import { versionLines } from './version-lines.ts'
import type { WhatIf } from './what-if.ts'

/** What follows, in five lists; a resource can be in several. */
export type KeyImpactForecast = Record<ImpactList, ImpactLine[]>

/**
 * What stops, fails and goes on if something happens to a key that works now, from documented rules alone. It reads and
 * changes nothing. https://learn.microsoft.com/azure/virtual-machines/disk-encryption#full-control-of-your-keys
 */
export function forecastKeyImpact(facts: KeyImpactFacts, whatIf: WhatIf): KeyImpactForecast {
  const standingOf = setStandings(facts, whatIf)
  const isRevoked = whatIf.type === 'vaultClosed'
  const lines = [
    ...machineLines(facts, standingOf, isRevoked),
    ...scaleSetLines(facts, standingOf, isRevoked),
    ...setLines(facts, standingOf),
    ...versionLines(facts, standingOf),
    ...diskLines(facts, standingOf),
  ]
  const byList = Map.groupBy(lines, ({ list }) => list)
  const [stops, failsAtStart, cannotCreate, goesOn, unknown] = impactLists
  return {
    stops: byList.get(stops) ?? [],
    failsAtStart: byList.get(failsAtStart) ?? [],
    cannotCreate: byList.get(cannotCreate) ?? [],
    goesOn: byList.get(goesOn) ?? [],
    unknown: byList.get(unknown) ?? [],
  }
}
