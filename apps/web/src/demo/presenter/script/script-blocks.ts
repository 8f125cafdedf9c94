/** A part of a line: as it is, or marked. */
export interface Inline {
  text: string
  look?: 'strong' | 'emphasis' | 'code'
}

/** A paragraph, or a list of them. */
export type Block = { type: 'paragraph'; content: Inline[] } | { type: 'list'; numbered: boolean; items: Inline[][] }

const marker = /^\s*(?:([-*])|(\d{1,3})[.)])\s+(.*)$/

/** The paragraphs and lists of a script's text. Whatever else Markdown knows, HTML too, stays text. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  // The lines of a paragraph or an item belong together until one of another kind.
  let open: string[] | undefined
  let list: { numbered: boolean; items: string[][] } | undefined
  const close = () => {
    if (list !== undefined)
      blocks.push({
        type: 'list',
        numbered: list.numbered,
        items: list.items.map((lines) => inlineOf(lines.join(' '))),
      })
    else if (open !== undefined) blocks.push({ type: 'paragraph', content: inlineOf(open.join(' ')) })
    open = undefined
    list = undefined
  }
  for (const line of text.split('\n')) {
    const [, bullet, number, item = ''] = marker.exec(line) ?? []
    if (line.trim() === '') close()
    else if (bullet !== undefined || number !== undefined) {
      const numbered = number !== undefined
      if (list?.numbered !== numbered) {
        close()
        list = { numbered, items: [] }
      }
      open = [item]
      list.items.push(open)
    } else if (open !== undefined) open.push(line.trim())
    else open = [line.trim()]
  }
  close()
  return blocks
}

// As in Markdown, no space is within the marks.
const marks =
  /\*\*(?<strong>[^*\s](?:[^*]*[^*\s])?)\*\*|(?<!\*)\*(?<emphasis>[^*\s](?:[^*]*[^*\s])?)\*(?!\*)|`(?<code>[^`]+)`/g

function inlineOf(text: string): Inline[] {
  const found: Inline[] = []
  let end = 0
  for (const match of text.matchAll(marks)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index) })
    const { strong, emphasis, code } = match.groups ?? {}
    if (strong !== undefined) found.push({ text: strong, look: 'strong' })
    else if (emphasis !== undefined) found.push({ text: emphasis, look: 'emphasis' })
    else if (code !== undefined) found.push({ text: code, look: 'code' })
    end = match.index + match[0].length
  }
  if (end < text.length) found.push({ text: text.slice(end) })
  return found
}
