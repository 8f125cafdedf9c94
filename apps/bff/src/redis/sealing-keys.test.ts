import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ConfigurationFaults } from '../process/configuration-faults.ts'
import { aSealingKey } from '../testing/redis.ts'
import { loadSealingKeys } from './sealing-keys.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'portal-keys-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const fileOf = (text: string): string => {
  writeFileSync(join(folder, 'keys'), text)
  return join(folder, 'keys')
}
const faultOf = (file: string) =>
  loadSealingKeys(file).then(
    () => 'none',
    (error: unknown) => (error instanceof ConfigurationFaults ? error.faults.join() : error),
  )

it('are one, or two in the order of the file', async () => {
  const [first, second] = [aSealingKey(), aSealingKey()]
  expect(await loadSealingKeys(fileOf(`${first}\n`))).toHaveLength(1)
  const keys = await loadSealingKeys(fileOf(`\n${first}\r\n${second}`))
  expect(keys.map((key) => key.export().toString('base64'))).toEqual([first, second])
})

it.each([
  ['nothing', ''],
  ['three keys', [1, 2, 3].map(aSealingKey).join('\n')],
  ['a key that is too short', Buffer.alloc(16, 7).toString('base64')],
  ['a key in hex', Buffer.alloc(32, 7).toString('hex')],
  ['a good key and a bad one', `${aSealingKey()}\nsecret-words`],
])('a file with %s is refused, and not repeated', async (_, text) => {
  const fault = await faultOf(fileOf(text))
  expect(fault).toMatch(/^TOKEN_CACHE_KEY_FILE is ".+", which must contain one or two keys/)
  for (const line of text.split('\n').filter((each) => each !== '')) expect(fault).not.toContain(line)
})

it('a file that is not there is named', async () => {
  expect(await faultOf(join(folder, 'missing'))).toMatch(/which can't be read \(ENOENT\)/)
})
