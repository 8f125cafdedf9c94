import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openWorkFile, readWorkFile } from './work-file.ts'

const tenantId = '0a0a0a0a-1111-4222-8333-444444444444'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'work-file-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('says whose work it is until the turn is over', async () => {
  const path = join(folder, 'work')
  openWorkFile(path).begin(tenantId)
  expect(readWorkFile(path)).toBe(tenantId)
  await new Promise((resolve) => setImmediate(resolve))
  expect(readWorkFile(path)).toBeUndefined()
})

it('F43: is given up on a full disk, so that it blames nobody for later work', () => {
  const path = join(folder, 'work')
  // https://man7.org/linux/man-pages/man4/full.4.html: each write fails as on a full disk
  symlinkSync('/dev/full', path)
  const work = openWorkFile(path)
  work.begin(tenantId)
  work.begin(tenantId.replace('0a', '0b'))
  expect(readdirSync(folder)).toEqual([])
})
