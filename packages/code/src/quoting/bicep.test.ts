import { beforeAll, expect, it } from 'vitest'
import { bicepGrammar, grammar, isMisreadAsBicep, nodesOf } from '../testing/grammar.ts'
import { thousandNames } from '../testing/hard-names.ts'
import { bicepQuoted } from './bicep.ts'

let parse: Awaited<ReturnType<typeof grammar>>
beforeAll(async () => {
  parse = await grammar(bicepGrammar)
})

it('X06 is one string to the grammar of Bicep, without interpolation, and means what it was', () => {
  const { names: all, seed } = thousandNames()
  const names = all.filter((name) => !isMisreadAsBicep(name))
  const root = parse(names.map((name) => `var x = ${bicepQuoted(name)}`).join('\n'))
  expect(root.hasError, `seed ${seed}`).toBe(false)
  expect(nodesOf(root, 'interpolation')).toEqual([])
  const strings = nodesOf(root, 'string').map(({ text }) => text.slice(1, -1))
  expect(
    strings.map((text) => text.replaceAll(/\\(\\|'|\$)/g, '$1')),
    `seed ${seed}`,
  ).toEqual(names)
})
