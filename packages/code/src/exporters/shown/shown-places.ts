import type { IssuePath } from '@portal/image-version'
import { NamedByUser } from './named-by-user.ts'
import { Shown } from './shown.ts'

/** A place in a body or a template, by the keys and indexes that lead to it, and the field that shows there. */
export interface ShownPlace {
  place: readonly (string | number)[]
  path: IssuePath
}

/** A JSON value with its parts marked as what they show; missing parts are ignored. */
export function withShownPlaces(value: unknown, places: readonly ShownPlace[]): unknown {
  if (places.length === 0) return value
  const own = places.find(({ place }) => place.length === 0)
  const marked = withMarkedMembers(value, places)
  return own === undefined ? marked : new Shown(own.path, marked)
}

function withMarkedMembers(value: unknown, places: readonly ShownPlace[]): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown, index) => withShownPlaces(item, placesBelow(places, index)))
  if (typeof value !== 'object' || value === null || value instanceof NamedByUser) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [
      name,
      withShownPlaces(member, placesBelow(places, name)),
    ]),
  )
}

/** The places at or below `key`, as seen from there. */
export function placesBelow(places: readonly ShownPlace[], key: string | number): ShownPlace[] {
  return places.filter(({ place }) => place[0] === key).map(({ place, path }) => ({ place: place.slice(1), path }))
}
