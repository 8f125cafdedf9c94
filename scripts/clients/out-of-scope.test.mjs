import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { outOfScope } from './out-of-scope.mjs'

const document = readFileSync(
  new URL('../../docs/use-other-clients-with-the-simulator.md', import.meta.url),
  'utf8',
).replaceAll('`', '')

it.each(outOfScope)('the document says of $client why $what is out of scope', ({ client, what, why }) => {
  expect(document.toLowerCase()).toContain(`| ${client} | ${what} | ${why} |`.toLowerCase())
})
