import type { SearchEntry } from './search-entry.ts'

/** A piece of a text, and whether a searched word is in it. */
export interface Marked {
  text: string
  isFound: boolean
}

/** `text` in pieces; those that one of the words is, in any case, are marked. */
export function marked(text: string, words: readonly string[]): Marked[] {
  const lower = text.toLowerCase()
  // A letter that has another length in lower case would mark its neighbour.
  if (lower.length !== text.length) return [{ text, isFound: false }]
  const isFound = Array.from({ length: text.length }, () => false)
  for (const word of words.filter((each) => each !== ''))
    for (const at of positionsOf(word, lower)) isFound.fill(true, at, at + word.length)
  const pieces: Marked[] = []
  for (const [index, found] of isFound.entries()) {
    const last = pieces.at(-1)
    if (last?.isFound === found) last.text += text[index] ?? ''
    else pieces.push({ text: text[index] ?? '', isFound: found })
  }
  return pieces
}

function positionsOf(word: string, text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => at).filter((at) => text.startsWith(word, at))
}

/**
 * The entries that contain every word, in any order; their other names count. Those with more words at the beginning of
 * a word of the title come first; equal ones keep their order.
 */
export function matching(entries: readonly SearchEntry[], words: readonly string[]): SearchEntry[] {
  if (words.length === 0) return [...entries]
  const rank = ({ title }: SearchEntry) => {
    const starts = title.toLowerCase().split(/[^\p{L}\p{N}.]+/u)
    return words.filter((word) => starts.some((start) => start.startsWith(word))).length
  }
  return entries
    .filter(({ title, detail = '', aliases = '' }) => {
      const text = `${title} ${detail} ${aliases}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((one, other) => other.rank - one.rank)
    .map(({ entry }) => entry)
}

/**
 * The words after a phrase that the others begin, each of them perhaps with its first letters only: `web` of `create
 * web`, for the phrase *create version in*. Undefined if they do not begin it, or nothing follows.
 */
export function wordsAfter(phrase: readonly string[], words: readonly string[]): string[] | undefined {
  const [first = ''] = phrase
  const [begin = ''] = words
  if (begin.length < fewestLetters || !first.startsWith(begin)) return undefined
  const rest = words.findIndex((word) => !phrase.some((of) => of.startsWith(word)))
  return rest === -1 ? undefined : words.slice(rest)
}

// Of a verb: fewer could be the beginning of any name.
const fewestLetters = 4
