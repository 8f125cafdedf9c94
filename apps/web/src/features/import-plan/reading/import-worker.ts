import { importPlan, isTerraform, longestImport, type ImportResult } from '@portal/image-version'

/** What the page asks of the worker: a text, and where it is aimed. */
export interface ImportQuestion {
  text: string
  context: Parameters<typeof importPlan>[2]
}

/** What the worker answers: that it begins, once it has all that it needs, and then how it went. */
export type WorkerAnswer =
  | { state: 'begun' }
  | { state: 'read'; result: ImportResult }
  | { state: 'failed'; error: unknown }
  | { state: 'unavailable' }

type ParseHcl = Parameters<typeof importPlan>[1]
const noParser: ParseHcl = () => undefined

// In a separate thread, which the page can end: pasted code can come from anyone, and parsers can be slow.
addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => void answer(data))

async function answer({ text, context }: ImportQuestion): Promise<void> {
  const parseHcl = await parserFor(text)
  if (parseHcl === undefined) {
    say({ state: 'unavailable' })
    return
  }
  say({ state: 'begun' })
  try {
    say({ state: 'read', result: importPlan(text, parseHcl, context) })
  } catch (error) {
    say({ state: 'failed', error })
  }
}

/** The parser of Terraform, some 430 kB, if the text needs it; undefined where it does not come. */
async function parserFor(text: string): Promise<ParseHcl | undefined> {
  if (text.length > longestImport || !isTerraform(text)) return noParser
  try {
    const { parseHcl } = await import('../parse-hcl.ts')
    return parseHcl
  } catch {
    return undefined
  }
}

function say(answer: WorkerAnswer): void {
  postMessage(answer)
}
