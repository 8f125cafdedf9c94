import type { GraphKey } from './request.ts'

/** A path of Graph without its version. */
export interface ResourcePath {
  /** in lower case, `{}` in the place of each key */
  shape: string
  keys: GraphKey[]
}

// After one of these comes a key, unless it is a function of the set.
const entitySets = new Set([
  'applications',
  'serviceprincipals',
  'oauth2permissiongrants',
  'federatedidentitycredentials',
  'users',
  'groups',
  'organization',
])

/**
 * Reads `/applications/{id}/addPassword`, `/applications(appId='…')`, `/applications('…')`; names are of any case.
 * https://learn.microsoft.com/graph/use-the-api
 */
export function resourcePath(path: string): ResourcePath {
  const keys: GraphKey[] = []
  const shape: string[] = []
  for (const segment of path.split('/').filter((part) => part !== '')) {
    if (entitySets.has(shape.at(-1) ?? '')) {
      keys.push({ property: 'id', value: decodeURIComponent(segment) })
      shape.push('{}')
      continue
    }
    const [, name = '', property, value] =
      /^(\w+)(?:\((?:(\w+)=)?'((?:[^']|'')*)'\))?$/.exec(decodeURIComponent(segment)) ?? []
    shape.push(name.toLowerCase())
    if (value === undefined) continue
    keys.push({ property: property ?? 'id', value: value.replaceAll("''", "'") })
    shape.push('{}')
  }
  return { shape: shape.join('/'), keys }
}
