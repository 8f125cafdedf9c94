import { importPlan, type ImportResult, isTerraform, longestImport } from '@portal/code'

/** The page's question to the worker: a text, and its context. */
export interface ImportQuestion {
  text: string
  context: Parameters<typeof importPlan>[2]
}

/** The worker's answers: that it starts, once it has everything it needs, and then the result. */
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

/** The Terraform parser, about 430 kB, if the text needs it; undefined if it can't be loaded. */
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
