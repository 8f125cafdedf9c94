import type { ImpactLine, KeyImpactForecast } from '@portal/disk-encryption'
import { regions } from '../key-world-plan.ts'
import { machinesOf, scaleSetPath } from './key-world-machines.ts'
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

  for (const { name, path, power } of machinesOf(keyWorld)) {
    const id = compute(path)
    if (power !== 'running') effects.set(`${name} runs`, false)
    else if (isIn('stops', id)) effects.set(`${name} runs`, false)
    else if (isIn('goesOn', id) || isSilent(id)) effects.set(`${name} runs`, true)
    if (isIn('stops', id) || isIn('failsAtStart', id)) effects.set(`${name} starts`, false)
    else if (power !== 'running' && !isIn('unknown', id)) effects.set(`${name} starts`, true)
  }
  for (const [at, { mode, instances }] of plan.scaleSets.entries()) {
    const id = compute(scaleSetPath(at))
    effects.set(`vmss${at} grows`, !isIn('cannotCreate', id))
    if (mode === 'Flexible') continue
    const inList = (list: keyof KeyImpactForecast) =>
      linesOf(list, id).reduce((total, line) => total + (line.instances ?? 0), 0)
    const wasRunning = instances.filter(({ power }) => power === 'running').length
    effects.set(`vmss${at} instances run`, wasRunning - inList('stops'))
    if (!isIn('unknown', id)) effects.set(`vmss${at} instances fail to start`, inList('stops') + inList('failsAtStart'))
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
