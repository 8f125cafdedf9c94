import type { CodePart } from './code-parts.ts'

/** A part of the code, or a line of the focused field. */
type HighlightKind = CodePart['kind'] | 'field'

/**
 * Colors parts of a text without an element for each; returns a function that removes the colors. A browser without
 * highlight support shows plain text. https://developer.mozilla.org/docs/Web/API/CSS_Custom_Highlight_API
 */
export function highlight(node: Text, parts: { kind: HighlightKind; start: number; end: number }[]): () => void {
  if (!('Highlight' in window)) return () => undefined
  const ranges = parts.map(({ kind, start, end }) => {
    const range = new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end })
    registered(kind).add(range)
    return { kind, range }
  })
  return () => {
    for (const { kind, range } of ranges) registered(kind).delete(range)
  }
}

// A placeholder is inside a string, and must be visible in a marked line too.
const priorities: Partial<Record<HighlightKind, number>> = { field: 1, placeholder: 2 }

function registered(kind: HighlightKind): Highlight {
  // as code-highlights.css calls it
  const name = `code-${kind}`
  const known = CSS.highlights.get(name)
  if (known !== undefined) return known
  const added = new Highlight()
  added.priority = priorities[kind] ?? 0
  CSS.highlights.set(name, added)
  return added
}
