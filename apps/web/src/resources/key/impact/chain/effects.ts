import { type ImpactList, impactLists, type KeyImpactFacts, type KeyImpactForecast } from '@portal/disk-encryption'
import { ownerOf } from './chain.ts'

/** The first list of a forecast that a thing is in, by its ID in lower case. */
export type Effects = ReadonlyMap<string, ImpactList>

/** The effects of a forecast: of a thing in several lists, the worst; of an attached disk, that of its machine. */
export function effectsOf(forecast: KeyImpactForecast, { disks }: Pick<KeyImpactFacts, 'disks'>): Effects {
  const effects = new Map<string, ImpactList>()
  for (const list of impactLists)
    for (const { id } of forecast[list]) if (!effects.has(id.toLowerCase())) effects.set(id.toLowerCase(), list)
  for (const { id, machineId = '' } of disks) {
    const ofMachine = effects.get(ownerOf(machineId))
    if (ofMachine !== undefined && !effects.has(id.toLowerCase())) effects.set(id.toLowerCase(), ofMachine)
  }
  return effects
}
