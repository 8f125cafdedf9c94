import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Writes what a page shows, a PNG, to `path` as WebP of about 60 kB at most, in the best quality that fits. A file
 * that shows the same already is left as it is, so that a walk changes only what has really changed.
 */
export async function writePicture(page, path, png) {
  const old = existsSync(path) ? readFileSync(path).toString('base64') : undefined
  const written = await page.evaluate(encode, { png: png.toString('base64'), old })
  if (written !== undefined) writeFileSync(path, Buffer.from(written, 'base64'))
}

// Runs in the page: browsers read and write WebP, and nothing else here does.
async function encode({ png, old }) {
  const bitmapOf = (base64, type) =>
    createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type }))
  const drawn = ({ width, height }, bitmap) => {
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context.drawImage(bitmap, 0, 0)
    return context
  }
  // Blocks of 8 × 8 that differ by more than WebP's own loss: a letter that changed is at least one of them.
  const differs = (one, other) => {
    if (one.width !== other.width || one.height !== other.height) return true
    const [now, before] = [one, other].map(
      (bitmap) => drawn(one, bitmap).getImageData(0, 0, one.width, one.height).data,
    )
    const across = Math.ceil(one.width / 8)
    const blocks = new Float32Array(across * Math.ceil(one.height / 8))
    for (let at = 0; at < now.length; at += 4) {
      const [x, y] = [(at / 4) % one.width, Math.floor(at / 4 / one.width)]
      blocks[Math.floor(y / 8) * across + Math.floor(x / 8)] += Math.abs(now[at + 1] - before[at + 1])
    }
    return blocks.some((sum) => sum / 64 > 24)
  }
  const bitmap = await bitmapOf(png, 'image/png')
  if (old !== undefined && !differs(bitmap, await bitmapOf(old, 'image/webp'))) return undefined
  const { canvas } = drawn(bitmap, bitmap)
  for (const quality of [0.85, 0.75, 0.65, 0.55]) {
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer())
    if (bytes.length > 60_000 && quality > 0.55) continue
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }
}
