import { makeStyles, tokens } from '@fluentui/react-components'
import type { CodeLanguage, ExportedCode } from '@portal/code'
import { useEffect, useMemo, useRef } from 'react'
import { CodeChunk } from './CodeChunk.tsx'
import './code-highlights.css'
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
  language: CodeLanguage
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
  const colours = code.paths.length > mostColouredLines ? undefined : language

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
