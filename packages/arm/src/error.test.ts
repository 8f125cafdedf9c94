import { expect, it } from 'vitest'
import { armErrorOf } from './error.ts'

const refusal = {
  code: 'InvalidParameter',
  message: 'Duplicate regions are not allowed in target publishing regions.',
  target: 'galleryImageVersion.properties.publishingProfile.targetRegions',
}

it('reads the envelope of a resource provider, with all it holds', () => {
  const error = { ...refusal, details: [{ code: 'Inner', message: 'more' }] }
  expect(armErrorOf({ error })).toEqual(error)
})

it("reads Compute's throttling reply, which has no envelope", () => {
  expect(armErrorOf({ code: 'OperationNotAllowed', message: 'Too many requests.' })).toEqual({
    code: 'OperationNotAllowed',
    message: 'Too many requests.',
  })
})

it.each([
  ['nothing', undefined],
  ['null', null],
  ["a gateway's page", '<html><body>502 Bad Gateway</body></html>'],
  ['a number', 503],
  ['a list', [refusal]],
  ['an empty object', {}],
  ['an empty envelope', { error: {} }],
  ['an envelope with null', { error: null }],
  ['an envelope with a text, as OAuth has it', { error: 'invalid_grant', error_description: 'AADSTS70000' }],
  ['a code alone', { error: { code: 'Conflict' } }],
  ['a message alone', { error: { message: 'No.' } }],
  ['a numeric code', { error: { code: 409, message: 'Conflict' } }],
  ['a resource', { id: '/subscriptions/x', name: '1.0.0', properties: {} }],
])('finds none in %s', (_, body) => {
  expect(armErrorOf(body)).toBeUndefined()
})
