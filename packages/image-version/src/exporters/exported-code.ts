import type { IssuePath } from '../issue.ts'
import type { CodeLine } from './code-line.ts'
import type { Loss } from './loss.ts'

/** A plan in one language. */
export interface ExportedCode {
  text: string
  fileName: string
  /** what the language cannot say, and so the code leaves out */
  losses: Loss[]
  /** by line: the field of the plan that it shows, [] for none */
  paths: IssuePath[]
}

/** The lines put together; the losses follow the comment that opens them, so that a copy tells of them, too. */
export function exportedCode(lines: CodeLine[], fileName: string, losses: Loss[]): ExportedCode {
  return {
    text: `${lines.map(({ text }) => text).join('\n')}\n`,
    fileName,
    losses,
    paths: lines.map(({ path }) => path),
  }
}
