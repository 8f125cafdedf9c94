import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { thousandNames } from '../testing/hard-names.ts'
import { bashQuoted } from './bash.ts'

it('X01 is printed by bash as it was', () => {
  const { names, seed } = thousandNames()
  const script = `printf '%s\\0' ${names.map(bashQuoted).join(' ')}`
  const { stdout } = spawnSync('bash', { input: script, encoding: 'utf8' })
  expect(stdout.split('\0').slice(0, -1), `seed ${seed}`).toEqual(names)
})
