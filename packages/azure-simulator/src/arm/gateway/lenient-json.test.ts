import { expect, it } from 'vitest'
import { lenientJson } from './lenient-json.ts'

it.each([
  [
    'names without quotes, as az writes one',
    '{"a": {"b": 1}, template:{"c": "[d]"}}',
    { a: { b: 1 }, template: { c: '[d]' } },
  ],
  ['comments', '{ /* of\nthe file */ "a": 1 // here\n}', { a: 1 }],
  [
    'what looks like either within a text',
    '{"url": "https://x/", c: "{a: 1} \\" /* */"}',
    { url: 'https://x/', c: '{a: 1} " /* */' },
  ],
  ['a text over several lines, as in a template file', '{"a": "[concat(\r\n\t1)]"}', { a: '[concat(\r\n\t1)]' }],
])('a body may hold %s', (_, text, value) => {
  expect(lenientJson(text)).toEqual(value)
})

it('a body that is no JSON is refused', () => {
  expect(() => lenientJson('{"a": }')).toThrow(SyntaxError)
})
