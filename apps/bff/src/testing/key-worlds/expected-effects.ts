import type { ImpactLine, KeyImpactForecast } from '@portal/image-version'
import { regions } from '../key-world-plan.ts'
import { setAt, type KeyWorld } from './key-world-resources.ts'
import type { Effects } from './seen-effects.ts'

/** What a forecast says about the effects that Azure shows; what it calls not known is not among them. */
export function expectedEffects(forecast: KeyImpactForecast, keyWorld: KeyWorld): Effects {
  const { plan, compute, setIds } = keyWorld
  const effects: Effects = new Map()
  const linesOf = (list: keyof KeyImpactForecast, id: string): ImpactLine[] =>
    forecast[list].filter((line) => line.id.toLowerCase() === id.toLowerCase())
  const isIn = (list: keyof KeyImpactForecast, id: string) => linesOf(list, id).length > 0
  // What the key does not concern is no line at all: it goes on.
  const isSilent = (id: string) => Object.values(forecast).every((lines) => lines.every((line) => line.id !== id))

  for (const [at, { power }] of plan.machines.entries()) {
    const id = compute(`virtualMachines/vm${at}`)
    if (power !== 'running') effects.set(`vm${at} runs`, false)
    else if (isIn('stops', id)) effects.set(`vm${at} runs`, false)
    else if (isIn('goesOn', id) || isSilent(id)) effects.set(`vm${at} runs`, true)
    if (isIn('stops', id) || isIn('failsAtStart', id)) effects.set(`vm${at} starts`, false)
    else if (power !== 'running' && !isIn('unknown', id)) effects.set(`vm${at} starts`, true)
  }
  for (const [set, id] of setIds.entries()) effects.set(`set${set} encrypts`, !isIn('cannotCreate', id))
  for (const place of regions.keys()) {
    const id = setAt(keyWorld, place, 0)
    const home = setAt(keyWorld, 0, 0)
    if (id !== undefined && home !== undefined)
      effects.set(`set${setIds.indexOf(id)} replicates`, !isIn('cannotCreate', id))
  }
  for (const at of plan.versions.keys()) {
    const lost = linesOf('cannotCreate', compute(`galleries/gallery/images/image/versions/1.${at}.0`))
    for (const region of regions)
      effects.set(`1.${at}.0 serves ${region}`, !lost.some((line) => line.regions?.includes(region)))
  }
  for (const [at, { isSnapshot }] of plan.disks.entries()) {
    const name = isSnapshot ? `snapshot${at}` : `disk${at}`
    const id = compute(`${isSnapshot ? 'snapshots' : 'disks'}/${name}`)
    if (!isIn('unknown', id)) effects.set(`${name} serves`, !isIn('cannotCreate', id))
  }
  return effects
}
