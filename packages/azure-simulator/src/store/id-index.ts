/** Sorted IDs in lowercase, of everything and of each type: lists use them without sorting again. */
export interface IdIndex {
  add(key: string, type: string): void
  delete(key: string, type: string): void
  /** the ids below `scope`, of one type or of all, in order; `scope` itself is not among them */
  below(scope: string, type?: string): string[]
}

const everything = ''

export function createIdIndex(): IdIndex {
  const byType = new Map<string, string[]>()
  const keysOf = (type: string) => byType.get(type.toLowerCase()) ?? []
  return {
    add(key, type) {
      for (const kind of [everything, type.toLowerCase()]) {
        const keys = keysOf(kind)
        keys.splice(positionOf(keys, key), 0, key)
        byType.set(kind, keys)
      }
    },
    delete(key, type) {
      for (const kind of [everything, type]) {
        const keys = keysOf(kind)
        const position = positionOf(keys, key)
        if (keys[position] === key) keys.splice(position, 1)
      }
    },
    below(scope, type = everything) {
      const keys = keysOf(type)
      // '0' is the character after '/': everything that starts with `scope/` is between the two.
      return keys.slice(positionOf(keys, `${scope}/`), positionOf(keys, `${scope}0`))
    },
  }
}

/** Index of the first key that is not before `key`. */
function positionOf(keys: string[], key: string): number {
  let [from, to] = [0, keys.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const before = keys[middle]
    if (before !== undefined && before < key) from = middle + 1
    else to = middle
  }
  return from
}
