import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { thousandNames } from '../testing/hard-names.ts'
import { ansibleQuoted } from './ansible.ts'

const unsafe = { tag: '!unsafe', resolve: (text: string) => text }

it('means what it was to a parser of YAML', () => {
  const { names, seed } = thousandNames()
  const document = names.map((name) => `- ${ansibleQuoted(name)}`).join('\n')
  expect(parse(document, { customTags: [unsafe] }), `seed ${seed}`).toEqual(names)
})

it.each(['{{ lookup("env", "HOME") }}', '{% if x %}', '{# note #}'])('%s is not evaluated by Ansible', (value) => {
  expect(ansibleQuoted(value)).toMatch(/^!unsafe /)
})
