import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findBrowser, findHeadlessBrowser, usualPlaces } from './find-browser.mjs'

/** @type {string} */
let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function program(name, text) {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${text}\n`)
  chmodSync(path, 0o755)
  return path
}

describe('the search for a browser', () => {
  it('takes the one that is named before any other', () => {
    const path = program('mine', 'echo Chromium 156.0')
    expect(findBrowser({ ...process.env, CHROMIUM_PATH: path })).toBe(path)
    // whatever the machine that runs this names
    const { CHROMIUM_PATH: _, ...others } = process.env
    expect(findBrowser({ ...others, CHROME_PATH: path })).toBe(path)
  })

  it('takes the one without windows for tests, unless another is named', () => {
    const { CHROMIUM_PATH: _, CHROME_PATH: __, ...others } = process.env
    const shell = program('chromium-headless-shell', 'echo Chromium 156.0')
    expect(findHeadlessBrowser({ ...others, PATH: folder })).toBe(shell)
    const named = program('mine', 'echo Chromium 156.0')
    expect(findHeadlessBrowser({ ...others, PATH: folder, CHROMIUM_PATH: named })).toBe(named)
    expect(findBrowser({ ...others, PATH: folder, CHROME_PATH: named })).toBe(named)
  })

  it('does not fall back in silence where the named one does not start', () => {
    const path = program('broken', 'exit 1')
    expect(() => findBrowser({ ...process.env, CHROMIUM_PATH: path })).toThrow(
      `CHROMIUM_PATH is ${path}, which is not a browser that starts`,
    )
    expect(() => findBrowser({ ...process.env, CHROMIUM_PATH: join(folder, 'none') })).toThrow(
      'not a browser that starts',
    )
  })

  it('looks where each system keeps browsers, and on PATH', () => {
    expect(usualPlaces('linux', { PATH: '/opt/bin' })).toEqual(
      expect.arrayContaining(['/usr/bin/chromium', '/opt/bin/google-chrome', '/usr/bin/microsoft-edge']),
    )
    expect(usualPlaces('darwin', { HOME: '/Users/ada' })).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
    expect(usualPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' })).toContain(
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    )
  })
})
