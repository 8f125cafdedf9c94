import { makeStyles, tokens } from '@fluentui/react-components'
import type { ExportedCode } from '@portal/code'
import { useEffect, useMemo, useRef, memo, useLayoutEffect } from 'react'
import './code-highlights.css'
import { codeParts, type CodePart, languageOfFile, type ShownLanguage } from './code-parts.ts'
import { linesOfField } from './focused-field.ts'

const useStyles = makeStyles({
  code: {
    boxSizing: 'border-box',
    flexGrow: 1,
    minHeight: '160px',
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
})

const linesPerChunk = 100
const mostColouredLines = 1000

interface CodeLinesProps {
  code: ExportedCode
  language: ShownLanguage
  label: string
  /** of the focused field, whose lines are marked and scrolled into view */
  field: string
}

/** The code in chunks, of which only the visible ones are rendered, with syntax colors up to a thousand lines. */
export function CodeLines({ code, language, label, field }: CodeLinesProps) {
  const styles = useStyles()
  const scroller = useRef<HTMLPreElement>(null)
  const chunks = useMemo(() => chunked(code.text), [code.text])
  const marked = useMemo(() => linesOfField(code.paths, field), [code.paths, field])
  const first = marked.indexOf(true)
  const colours = code.paths.length > mostColouredLines ? undefined : languageOfFile(code.fileName, language)

  useEffect(() => {
    const element = scroller.current
    if (element === null || first === -1) return
    // All lines have the same height: the code does not wrap.
    const lineHeight = element.scrollHeight / code.paths.length
    element.scrollTop = Math.max(0, (first - 2) * lineHeight)
  }, [first, code.paths.length])

  return (
    // Focusable, so that the keyboard can scroll it.
    <pre ref={scroller} className={styles.code} lang="en" tabIndex={0} role="region" aria-label={label}>
      {chunks.map((lines, index) => (
        <CodeChunk
          key={index}
          text={lines}
          language={colours}
          marks={marks(marked.slice(index * linesPerChunk, (index + 1) * linesPerChunk))}
        />
      ))}
    </pre>
  )
}

function chunked(text: string): string[] {
  const lines = text.trimEnd().split('\n')
  const count = Math.ceil(lines.length / linesPerChunk)
  return Array.from({ length: count }, (_, index) =>
    lines.slice(index * linesPerChunk, (index + 1) * linesPerChunk).join('\n'),
  )
}

/** The marked lines of a chunk as a text, which a chunk can compare. */
function marks(lines: boolean[]): string {
  return lines.flatMap((isMarked, index) => (isMarked ? [index] : [])).join(' ')
}

/** A part of the code, or a line of the focused field. */
type HighlightKind = CodePart['kind'] | 'field'

/**
 * Colors parts of a text without an element for each; returns a function that removes the colors. A browser without
 * highlight support shows plain text. https://developer.mozilla.org/docs/Web/API/CSS_Custom_Highlight_API
 */
function highlight(node: Text, parts: { kind: HighlightKind; start: number; end: number }[]): () => void {
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

const useCodeChunkStyles = makeStyles({ chunk: { display: 'block', contentVisibility: 'auto' } })

interface CodeChunkProps {
  text: string
  /** undefined: without colours */
  language: ShownLanguage | undefined
  /** numbers of the lines to mark, from 0, between spaces */
  marks: string
}

/** Some lines of code in one text. */
const CodeChunk = memo(function CodeChunk({ text, language, marks }: CodeChunkProps) {
  const styles = useCodeChunkStyles()
  const element = useRef<HTMLSpanElement>(null)

  useLayoutEffect(() => {
    const node = element.current?.firstChild
    if (!(node instanceof Text) || language === undefined) return undefined
    return highlight(node, codeParts(text, language))
  }, [text, language])

  useLayoutEffect(() => {
    const node = element.current?.firstChild
    if (!(node instanceof Text) || marks === '') return undefined
    return highlight(node, lineRanges(text, marks.split(' ').map(Number)))
  }, [text, marks])

  return (
    <span
      ref={element}
      className={styles.chunk}
      style={{ containIntrinsicHeight: `auto ${text.split('\n').length}lh` }}
    >
      {text}
    </span>
  )
})

function lineRanges(text: string, lines: number[]): { kind: 'field'; start: number; end: number }[] {
  const all = text.split('\n')
  const starts = all.reduce<number[]>((known, line) => [...known, (known.at(-1) ?? 0) + line.length + 1], [0])
  return lines.map((line) => {
    const start = starts[line] ?? 0
    return { kind: 'field', start, end: start + (all[line]?.length ?? 0) }
  })
}
