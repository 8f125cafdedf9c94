import type { IssuePath } from '@portal/image-version'
import type { Loss } from './loss.ts'
import type { CodeLine } from './shown/code-line.ts'
import { hasPlaceholder } from './shown/placeholder.ts'

/** A plan in one language. */
export interface ExportedCode {
  text: string
  fileName: string
  /** whether something in it must be filled in */
  isUnfinished: boolean
  /** what the language can't express, so the code omits it */
  losses: Loss[]
  /** by line: the field of the plan that it shows, [] for none */
  paths: IssuePath[]
}

/** The joined lines. */
export function exportedCode(lines: CodeLine[], fileName: string, losses: Loss[]): ExportedCode {
  const text = `${lines.map((line) => line.text).join('\n')}\n`
  return {
    text,
    fileName,
    isUnfinished: hasPlaceholder(text),
    losses,
    paths: lines.map(({ path }) => path),
  }
}
