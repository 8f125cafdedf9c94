import { folded } from './folded.ts'

/** A piece of a text, and whether it is a word that was searched for. */
export interface Marked {
  text: string
  isFound: boolean
}

/** About as much of a text as two lines hold, around the first of the words, with the words marked. */
export function excerpt(written: string, words: string[], length = 180): Marked[] {
  const text = written.normalize('NFC')
  const starts = wordStarts(text, words)
  const first = starts[0]?.from ?? 0
  // A little of what comes before, from the beginning of a word.
  const from = first < length / 2 ? 0 : text.indexOf(' ', first - length / 3) + 1
  const cut = text.indexOf(' ', from + length)
  const to = cut === -1 ? text.length : cut
  const pieces: Marked[] = []
  let at = from
  const add = (end: number, isFound: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), isFound })
    at = Math.max(at, end)
  }
  for (const each of starts.filter(({ from: start, to: end }) => start >= from && end <= to)) {
    add(each.from, false)
    add(each.to, true)
  }
  add(to, false)
  if (from > 0) pieces.unshift({ text: '… ', isFound: false })
  if (to < text.length) pieces.push({ text: ' …', isFound: false })
  return pieces
}

/** Where the words of a text are that were found, in their order. */
function wordStarts(text: string, words: string[]): { from: number; to: number }[] {
  const found = new Set(words)
  return [...folded(text).matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) =>
    found.has(word) ? [{ from: index, to: index + word.length }] : [],
  )
}
