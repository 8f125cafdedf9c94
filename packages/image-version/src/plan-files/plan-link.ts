import { parsedJson } from '../importers/json-value.ts'
import type { ImageVersionPlan } from '../plan.ts'
import { planFile } from './plan-file.ts'

// A plan in the fragment of an address, which browsers do not send: no server sees it, no log contains it.

const prefix = 'plan='
/** Browsers accept more; mail programs and chats truncate longer links. */
export const longestPlanLink = 16_000
const longestPlanText = 1_000_000

/** A link that is too long to be passed on; the plan fits a file. */
export class PlanLinkTooLong extends Error {
  readonly length: number
  constructor(length: number) {
    super(`The link would have ${length} characters.`)
    this.name = 'PlanLinkTooLong'
    this.length = length
  }
}

/** The fragment, with its `#`, that contains the plan, compressed. Throws `PlanLinkTooLong`. */
export async function planFragment(plan: ImageVersionPlan): Promise<string> {
  const json = JSON.stringify({ $schema: '', version: 1, plan })
  const compressed = await bytesOf(new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw')))
  const fragment = `#${prefix}${base64Url(compressed)}`
  if (fragment.length > longestPlanLink) throw new PlanLinkTooLong(fragment.length)
  return fragment
}

/** The plan in a fragment; undefined for another fragment, and null for one that is damaged. */
export async function planFromFragment(fragment: string): Promise<ImageVersionPlan | null | undefined> {
  const content = fragment.replace(/^#/, '')
  if (!content.startsWith(prefix)) return undefined
  const text = content.length > longestPlanLink ? undefined : await inflated(content.slice(prefix.length))
  const parsed = planFile.safeParse(text === undefined ? undefined : parsedJson(text))
  return parsed.success ? parsed.data.plan : null
}

/** The text in base64url; undefined if it is damaged, or becomes larger than any plan. */
async function inflated(base64: string): Promise<string | undefined> {
  try {
    const bytes = Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    )
    return new TextDecoder().decode(
      await bytesOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))),
    )
  } catch {
    return undefined
  }
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > longestPlanText) throw new RangeError('More than any plan needs')
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

function base64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
