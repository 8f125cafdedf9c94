import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The `<style>` elements of the pages of the built portal in `webRoot`, as a content security policy names them. */
export function pageStyles(webRoot: string): string[] {
  const pages = ['index.html', 'auth/redirect.html']
    .map((page) => join(webRoot, page))
    .filter((page) => existsSync(page))
  const styles = pages.flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/<style>([^]*?)<\/style>/g)])
  const hashes = styles.map(([, text = '']) => createHash('sha256').update(text).digest('base64'))
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`)
}
