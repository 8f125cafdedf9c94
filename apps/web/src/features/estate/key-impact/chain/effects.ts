import { impactLists, type ImpactList, type KeyImpactForecast } from '@portal/image-version'

/** The first list of a forecast that a thing is in, by its ID in lower case. */
export type Effects = ReadonlyMap<string, ImpactList>

/** The effects of a forecast: of a thing in several lists, the worst. */
export function effectsOf(forecast: KeyImpactForecast): Effects {
  const effects = new Map<string, ImpactList>()
  for (const list of impactLists)
    for (const { id } of forecast[list]) if (!effects.has(id.toLowerCase())) effects.set(id.toLowerCase(), list)
  return effects
}
