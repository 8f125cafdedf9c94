import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { portalBuild } from './portal-build.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-build-'))
  writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.3" }')
})
afterEach(() => rmSync(folder, { recursive: true }))

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@contoso.example', ...args], { cwd: folder })

it('names the version, and the commit where git knows it', () => {
  git('init', '-q')
  git('add', 'package.json')
  git('commit', '-qm', 'Begin')
  const head = git('rev-parse', 'HEAD').toString().trim()
  expect(portalBuild(folder, {})).toEqual({ version: '1.2.3', commit: head.slice(0, 10) })
})

it('says that something was not committed', () => {
  git('init', '-q')
  git('add', 'package.json')
  git('commit', '-qm', 'Begin')
  writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.4" }')
  expect(portalBuild(folder, {}).commit).toMatch(/^[0-9a-f]{10}-dirty$/)
})

it('takes the commit that it is told where there is no git, and none that is no commit', () => {
  expect(portalBuild(folder, { REVISION: '0123456789abcdef0123456789abcdef01234567' }).commit).toBe('0123456789')
  expect(portalBuild(folder, { REVISION: 'unknown' }).commit).toBeUndefined()
})
