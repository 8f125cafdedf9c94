import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../run-step.mjs'
import { documentFaults, facts, serverFiles } from './document-facts.mjs'

const read = (path) => readFileSync(join(root, path), 'utf8')
const server = serverFiles(root)
const reading = (path, change) => (each) => (each === path ? change(read(each)) : read(each))
const faultsWith = (path, change, documents = []) => documentFaults(documents, reading(path, change), server)

describe('what documents say of the code', () => {
  it('is so', () => {
    expect(documentFaults(['README.md', 'docs/architecture.md', 'docs/guide/README.md'], read, server)).toEqual([])
  })

  it.each(facts.map((fact) => [fact.says.source, fact]))('is noticed where it is not so: %s', (_, fact) => {
    const { page, says } = fact
    const changed = (text) => {
      const [said, number] = says.exec(text)
      return text.replace(said, said.replace(number, `${number}7`))
    }
    expect(faultsWith(page, changed)).toContainEqual(expect.stringContaining(says.source))
    const gone = faultsWith(page, (text) => text.replace(says.exec(text)[0], ''))
    expect(gone).toContainEqual(expect.stringContaining('no longer says'))
  })

  it('is noticed where the code has another number', () => {
    const faults = faultsWith('apps/bff/src/http/rate-limits.ts', (text) =>
      text.replace('userWrites: 2', 'userWrites: 3'),
    )
    expect(faults).toEqual([expect.stringContaining('says 2 where apps/bff/src/http/rate-limits.ts has 3')])
  })

  it.each([
    ['a page that has grown', 'README.md', (text) => text + 'more\n'.repeat(80), 'README.md has'],
    [
      'an event without a line',
      'docs/security/threat-model.md',
      (text) => text.replace('`redis-back`, ', ''),
      'redis-back',
    ],
    [
      'an event of no code',
      'docs/security/threat-model.md',
      (text) => text.replace('`redis-back`', '`redis-up`'),
      'redis-up',
    ],
    [
      'a variable of no code',
      'docs/configuration.md',
      (text) => text.replace('| `WEB_ROOT`', '| `WEB_PLACE`'),
      'WEB_PLACE',
    ],
    [
      'a variable without a line',
      'docs/configuration.md',
      (text) => text.replaceAll('OPERATORS_FILE', 'X'),
      'OPERATORS_FILE',
    ],
    [
      'a release without its changes',
      'package.json',
      (text) => text.replace('"version": "', '"version": "9'),
      'CHANGELOG.md',
    ],
    [
      'an image of another version',
      'deploy/kubernetes/kustomization.yaml',
      (text) => text.replace('newTag: ', 'newTag: 9'),
      'package.json has',
    ],
  ])('is noticed: %s', (_, path, change, name) => {
    expect(faultsWith(path, change, ['README.md'])).toContainEqual(expect.stringContaining(name))
  })
})
