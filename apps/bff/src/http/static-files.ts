import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { RequestHandler } from 'express'
import type { Cloud } from '../cloud.ts'
import { RequestRefused } from '../refusals/request-refused.ts'

interface StaticFile {
  /** the type as Express names it, for example `.js` */
  extension: string
  cacheControl: string
  /** read once */
  content: () => Content
}

interface Content {
  etag: string
  body: Buffer
  br: Buffer | undefined
  gzip: Buffer | undefined
}

// A path without an extension looks like a page, unless it was tampered with, or is in these folders.
const noPage = /^\/(assets|auth)\/|%|\\|\/\/|\/\.|\.[^/]*$/

/**
 * The built portal in `webRoot`: only the files that exist at start-up, read once and soon, so that no path reaches the
 * disk and a new build does not affect open pages. Compressed by the build. Every other path that looks like a page is
 * answered with index.html, whose script handles it; it is marked with the environment, by which its style draws the
 * bar of the demo before the script comes. Throws an Error if nothing is built there.
 */
export function staticFiles(webRoot: string, environment: Cloud['environment']): RequestHandler {
  const files = new Map(filesOf(webRoot))
  const built = files.get('/index.html')
  if (built === undefined) throw new Error(`There is no built portal in ${webRoot}: To create it, run "npm run build".`)
  let page: Content | undefined
  const index = { ...built, content: () => (page ??= marked(built.content(), environment)) }
  files.set('/index.html', index)
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new RequestRefused('MethodNotAllowed', 'Pages are read with GET', { headers: { Allow: 'GET, HEAD' } })
    }
    const file = files.get(request.path) ?? (noPage.test(request.path) ? undefined : index)
    if (file === undefined) return next()
    const content = file.content()
    response.setHeader('Cache-Control', file.cacheControl)
    response.setHeader('ETag', content.etag)
    response.setHeader('Vary', 'Accept-Encoding')
    if (request.fresh) return void response.status(304).end()
    // Asked one by one: browsers name gzip first, and brotli is the smaller.
    const accepted = request.acceptsEncodings('br') || request.acceptsEncodings('gzip')
    const [encoding, body] = compressed(content, accepted)
    if (encoding !== undefined) response.setHeader('Content-Encoding', encoding)
    response.type(file.extension)
    if (file.extension !== '.webm') return void response.setHeader('Content-Length', body.length).end(body)
    // Safari plays no film that it doesn't get in parts.
    response.setHeader('Accept-Ranges', 'bytes')
    const ranges = request.range(body.length)
    if (ranges === -1) return void response.status(416).setHeader('Content-Range', `bytes */${body.length}`).end()
    const [part] = Array.isArray(ranges) && ranges.type === 'bytes' ? ranges : []
    const { start, end } = part ?? { start: 0, end: body.length - 1 }
    if (part) response.status(206).setHeader('Content-Range', `bytes ${start}-${end}/${body.length}`)
    response.setHeader('Content-Length', end + 1 - start).end(body.subarray(start, end + 1))
  }
}

// Compressed as the build does it.
function marked(index: Content, environment: Cloud['environment']): Content {
  const body = Buffer.from(index.body.toString().replace('<html ', `<html data-environment="${environment}" `))
  return { body, etag: etagOf(body), br: brotliCompressSync(body), gzip: gzipSync(body, { level: 9 }) }
}

function etagOf(body: Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url')}"`
}

function compressed({ br, gzip, body }: Content, accepted: string | false): ['br' | 'gzip' | undefined, Buffer] {
  if (accepted === 'br' && br !== undefined) return ['br', br]
  if (accepted !== false && gzip !== undefined) return ['gzip', gzip]
  return [undefined, body]
}

const builds = new Map<string, Map<string, StaticFile>>()

/** Read once by a process that starts several portals, as those of tests do: each build writes its index.html anew. */
function filesOf(webRoot: string): Map<string, StaticFile> {
  const index = join(webRoot, 'index.html')
  if (!existsSync(index)) return new Map()
  const build = `${index} ${statSync(index).mtimeMs}`
  const known = builds.get(build)
  if (known) return known
  const files = listFiles(webRoot)
  builds.set(build, files)
  prefetch([...files.values()])
  return files
}

/** Reads one after the other between the first answers, which wait for none of them. */
function prefetch([file, ...others]: StaticFile[]): void {
  if (file === undefined) return
  setImmediate(() => {
    try {
      file.content()
      prefetch(others)
    } catch {
      // The folder is gone: what was read from it is still served.
    }
  }).unref()
}

function listFiles(webRoot: string): Map<string, StaticFile> {
  const entries = readdirSync(webRoot, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const present = new Set(paths)
  const read = (path: string) => (present.has(path) ? readFileSync(path) : undefined)
  return new Map(
    paths.flatMap((path): [string, StaticFile][] => {
      const url = `/${relative(webRoot, path).split(sep).join('/')}`
      if (/\/\.|\.(br|gz|map)$/.test(url)) return []
      // the build names files in assets/ by their content
      const cacheControl = url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      let content: Content | undefined
      const readContent = (): Content => {
        const body = readFileSync(path)
        return { etag: etagOf(body), body, br: read(`${path}.br`), gzip: read(`${path}.gz`) }
      }
      return [[url, { extension: extname(path), cacheControl, content: () => (content ??= readContent()) }]]
    }),
  )
}

/** The `<style>` elements of the pages of the built portal in `webRoot`, as a content security policy names them. */
export function pageStyles(webRoot: string): string[] {
  const pages = ['index.html', 'auth/redirect.html']
    .map((page) => join(webRoot, page))
    .filter((page) => existsSync(page))
  const styles = pages.flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/<style>([^]*?)<\/style>/g)])
  const hashes = styles.map(([, text = '']) => createHash('sha256').update(text).digest('base64'))
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`)
}
