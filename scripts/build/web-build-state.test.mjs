import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isBuilt } from './web-build-state.mjs'

/** @type {string} */
let root
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'built-'))
  file('apps/web/src/main.tsx', 100)
  file('packages/arm/src/index.ts', 100)
  for (const folder of ['apps/web', 'apps/web/src', 'packages/arm/src']) utimesSync(join(root, folder), 100, 100)
})
afterEach(() => rmSync(root, { recursive: true }))

function file(path, seconds) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), '')
  utimesSync(join(root, path), seconds, seconds)
}

describe('whether the browser part is built', () => {
  it('is not, without dist', () => {
    expect(isBuilt(root)).toBe(false)
  })

  it('is, when dist is younger than every source', () => {
    file('apps/web/dist/index.html', 200)
    expect(isBuilt(root)).toBe(true)
  })

  it('is not, once a source of the web or of a package changed', () => {
    file('apps/web/dist/index.html', 200)
    file('packages/arm/src/index.ts', 300)
    expect(isBuilt(root)).toBe(false)
  })

  it.each(['docs/guide/it/browse.md', 'docs/images/it/browse.png'])('is not, once %s was edited', (path) => {
    file('apps/web/dist/index.html', 200)
    file(path, 300)
    expect(isBuilt(root)).toBe(false)
  })

  it('is not, once a source was taken away', () => {
    file('apps/web/dist/index.html', 200)
    utimesSync(join(root, 'apps/web/src'), 300, 300)
    expect(isBuilt(root)).toBe(false)
  })

  it('is not for other machines, while it is not compressed', () => {
    file('apps/web/dist/index.html', 200)
    expect(isBuilt(root, { isCompressed: true })).toBe(false)
    file('apps/web/dist/index.html.br', 200)
    expect(isBuilt(root, { isCompressed: true })).toBe(true)
  })

  it('still is, when only a test changed', () => {
    file('apps/web/dist/index.html', 200)
    file('apps/web/src/main.test.tsx', 300)
    utimesSync(join(root, 'apps/web/src'), 100, 100)
    expect(isBuilt(root)).toBe(true)
  })
})
