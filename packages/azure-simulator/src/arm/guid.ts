import { createHash } from 'node:crypto'

/** A GUID drawn from `text`, the same at each start. */
export function guidOf(text: string): string {
  const digest = createHash('sha256').update(text.toLowerCase()).digest('hex')
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-')
}
