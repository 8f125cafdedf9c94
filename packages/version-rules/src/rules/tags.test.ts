import { aPlan } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { tagIssues } from './tags.ts'

const tag = (name: string, value = '') => ({ name, value })

it.each<[string, ReturnType<typeof tag>[], string[][]]>([
  ['a tag without a value', [tag('team')], []],
  ['a row not used yet', [tag('')], []],
  ['letters of any script, spaces and signs', [tag('Città di 東京 (x) = 1', '<>%&\\?/')], []],
  ['the longest name and value', [tag('n'.repeat(512), 'v'.repeat(256))], []],
  ['a name too long', [tag('n'.repeat(513))], [['TagTooLong', 'tags.0.name']]],
  ['a value too long', [tag('n', 'v'.repeat(257))], [['TagTooLong', 'tags.0.value']]],
  ['a value alone', [tag('a'), tag('', 'b')], [['TagNameRequired', 'tags.1.name']]],
  ['a name of spaces', [tag('  ')], [['TagNameInvalid', 'tags.0.name']]],
  ...['<', '>', '%', '&', '\\', '?', '/'].map((sign): [string, ReturnType<typeof tag>[], string[][]] => [
    `${sign} in a name`,
    [tag(`a${sign}b`)],
    [['TagNameInvalid', 'tags.0.name']],
  ]),
  ['two rows not used yet', [tag(''), tag('')], []],
  ['names that differ by case', [tag('Team'), tag('team')], [['TagNameDuplicate', 'tags.1.name']]],
  ['fifty tags', Array.from({ length: 50 }, (_, index) => tag(`t${index}`)), []],
  ['fifty tags and a row not used', [...Array.from({ length: 50 }, (_, index) => tag(`t${index}`)), tag('')], []],
  ['fifty-one tags', Array.from({ length: 51 }, (_, index) => tag(`t${index}`)), [['TooManyTags', 'tags']]],
])('%s', (_, tags, expected) => {
  expect(tagIssues(aPlan({ tags })).map(({ code, path }) => [code, path.join('.')])).toEqual(expected)
})
