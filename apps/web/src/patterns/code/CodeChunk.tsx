import { makeStyles } from '@fluentui/react-components'
import type { CodeLanguage } from '@portal/code'
import { memo, useLayoutEffect, useRef } from 'react'
import { highlight } from './code-highlights.ts'
import { codeParts } from './code-parts.ts'

const useStyles = makeStyles({
  chunk: { display: 'block', contentVisibility: 'auto' },
})

interface CodeChunkProps {
  text: string
  /** undefined: without colours */
  language: CodeLanguage | undefined
  /** numbers of the lines to mark, from 0, between spaces */
  marks: string
}

/** Some lines of code in one text. */
export const CodeChunk = memo(function CodeChunk({ text, language, marks }: CodeChunkProps) {
  const styles = useStyles()
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
