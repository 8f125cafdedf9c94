import { expect, it } from 'vitest'
import { extractFacts } from './extract-facts.ts'

const document = {
  paths: {
    '/subscriptions/{subscriptionId}/things/{thingName}': {
      put: {
        operationId: 'Things_CreateOrUpdate',
        parameters: [{ name: 'thing', in: 'body', schema: { $ref: '#/definitions/Thing' } }],
        responses: {
          200: { description: 'Not kept.', schema: { $ref: '#/definitions/Thing' } },
          202: { description: 'Not kept.' },
          default: { schema: { $ref: '#/definitions/Fault' } },
        },
      },
      delete: { responses: { 200: {} } },
    },
  },
  definitions: {
    Resource: { properties: { id: { type: 'string', readOnly: true, description: 'Not kept.' } }, required: ['id'] },
    Thing: {
      allOf: [{ $ref: '#/definitions/Resource' }],
      properties: {
        kind: { $ref: '#/definitions/Kind' },
        parts: { type: 'array', items: { $ref: '#/definitions/Thing' } },
        tags: { type: 'object', additionalProperties: { type: 'string' } },
        place: { properties: { size: { type: 'integer' } } },
        elsewhere: { $ref: './absent.json#/definitions/Other' },
      },
    },
    Kind: { type: 'string', enum: ['Big', 'Small'] },
  },
}

it('keeps of an operation what it takes and answers, and the types of that', () => {
  const files = new Map([['things-2026-01-01.json', document]])
  expect(extractFacts(files, (method) => method === 'PUT')).toEqual({
    operations: {
      'PUT /subscriptions/{}/things/{}': { takes: '#Thing', answers: { 200: '#Thing', 202: null } },
    },
    types: {
      Thing: {
        properties: {
          elsewhere: 'any',
          id: 'string',
          kind: { enum: ['Big', 'Small'] },
          parts: ['#Thing'],
          place: '#Thing.place',
          tags: { of: 'string' },
        },
        required: ['id'],
        readOnly: ['id'],
      },
      'Thing.place': { properties: { size: 'integer' } },
    },
  })
})

it('takes an object that is made of something unknown for one that may hold anything', () => {
  const { paths } = document
  const Thing = { allOf: [{ $ref: './absent.json#/definitions/Other' }], properties: { a: { type: 'string' } } }
  const files = new Map([['things-2026-01-01.json', { paths, definitions: { Thing } }]])
  expect(extractFacts(files, () => true).types).toEqual({ Thing: { properties: { a: 'string' }, open: true } })
})
