import type { IssuePath } from '@portal/image-version'
import { NamedByUser } from './named-by-user.ts'
import { Shown } from './shown.ts'

/** A part in a body or a template, by the keys and indexes that lead to it, and the field that shows there. */
export interface ShownPart {
  part: readonly (string | number)[]
  path: IssuePath
}

/** A JSON value with its parts marked as what they show; missing parts are ignored. */
export function withShownParts(value: unknown, parts: readonly ShownPart[]): unknown {
  if (parts.length === 0) return value
  const own = parts.find(({ part }) => part.length === 0)
  const marked = withMarkedMembers(value, parts)
  return own === undefined ? marked : new Shown(own.path, marked)
}

function withMarkedMembers(value: unknown, parts: readonly ShownPart[]): unknown {
  if (Array.isArray(value)) return value.map((item: unknown, index) => withShownParts(item, partsBelow(parts, index)))
  if (typeof value !== 'object' || value === null || value instanceof NamedByUser) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [
      name,
      withShownParts(member, partsBelow(parts, name)),
    ]),
  )
}

/** The parts at or below `key`, as seen from there. */
export function partsBelow(parts: readonly ShownPart[], key: string | number): ShownPart[] {
  return parts.filter(({ part }) => part[0] === key).map(({ part, path }) => ({ part: part.slice(1), path }))
}
