import { readFileSync } from 'node:fs'

const signature = '89504e470d0a1a0a'

/**
 * The width and height of a PNG file, in pixels, from its first chunk. Throws an Error if it isn't a PNG.
 * https://www.w3.org/TR/png-3/#11IHDR
 */
export function pngSize(path: string): { width: number; height: number } {
  const head = readFileSync(path).subarray(0, 24)
  if (head.length < 24 || head.toString('hex', 0, 8) !== signature) throw new Error(`${path} is not a PNG file`)
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
}
