import type { Json } from '../json.ts'

/** What a value is as JSON, about: characters, and how many levels are in it. */
export interface TreeSize {
  characters: number
  depth: number
}

const known = new WeakMap<object, TreeSize>()

/**
 * The size of a value that does not change anymore. A part that occurs twice counts twice, as in its text, but is
 * measured once: a list of forty lists, each containing the previous one twice, is known at once to have a billion
 * characters.
 */
export function treeSize(value: Json | undefined): TreeSize {
  if (typeof value === 'string') return { characters: value.length + 2, depth: 0 }
  if (typeof value !== 'object' || value === null) return { characters: 5, depth: 0 }
  const before = known.get(value)
  if (before !== undefined) return before
  const size = { characters: 2, depth: 1 }
  const add = (item: Json | undefined, characters: number) => {
    const part = treeSize(item)
    size.characters += part.characters + characters
    size.depth = Math.max(size.depth, part.depth + 1)
  }
  if (Array.isArray(value)) for (const item of value) add(item, 1)
  else for (const key of Object.keys(value)) add(value[key], key.length + 4)
  known.set(value, size)
  return size
}
