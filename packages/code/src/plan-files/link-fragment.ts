// What a link carries is in the fragment of its address, which browsers do not send: no server sees it, no log contains
// it.

/** Browsers accept more; mail programs and chats truncate longer links. */
export const longestFragment = 16_000
/** More characters than any plan or profile has. */
const longestText = 1_000_000

/** A link that is too long to be passed on; its content fits a file. */
export class LinkTooLong extends Error {
  readonly length: number
  constructor(length: number) {
    super(`The link would have ${length} characters.`)
    this.name = 'LinkTooLong'
    this.length = length
  }
}

/** The fragment, with its `#`, that contains `json`, compressed, after `prefix`. Throws `LinkTooLong`. */
export async function linkFragment(prefix: string, json: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(json)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const fragment = `#${prefix}${base64Url(await bytesOf(stream))}`
  if (fragment.length > longestFragment) throw new LinkTooLong(fragment.length)
  return fragment
}

/** The text in a fragment after `prefix`; undefined for another fragment, and null for one that is damaged. */
export async function textOfFragment(prefix: string, fragment: string): Promise<string | null | undefined> {
  const content = fragment.replace(/^#/, '')
  if (!content.startsWith(prefix)) return undefined
  return content.length > longestFragment ? null : inflated(content.slice(prefix.length))
}

/** The text in base64url; null if it is damaged, or becomes larger than any plan. */
async function inflated(base64: string): Promise<string | null> {
  try {
    const bytes = Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    )
    return new TextDecoder().decode(
      await bytesOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))),
    )
  } catch {
    return null
  }
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > longestText) throw new RangeError('More than any plan needs')
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
