import { describe, expect, it } from 'vitest'
import { presenterCommand } from './messages.ts'
import { isPresentablePage } from './presentable-page.ts'

describe('a command from another tab', () => {
  it.each([
    ['no object', 'reset'],
    ['an unknown type', { type: 'signOut', id: '1' }],
    ['a page elsewhere', { type: 'start', id: '1', checkpoint: { page: '//evil.example' } }],
    ['a page that is code', { type: 'start', id: '1', checkpoint: { page: 'javascript:alert(1)' } }],
    ['a world as a file', { type: 'start', id: '1', checkpoint: { world: 'a', file: '{}' } }],
    ['text of a script', { type: 'start', id: '1', checkpoint: {}, say: 'Hello' }],
    ['a clock beyond the demo’s', { type: 'advance', id: '1', minutes: 1e9 }],
    ['a speed beyond the demo’s', { type: 'rate', id: '1', rate: 0 }],
    ['an unknown scenario', { type: 'start', id: '1', checkpoint: { scenario: '../../estate' } }],
  ])('with %s is none', (_, data) => {
    expect(presenterCommand.safeParse(data).success).toBe(false)
  })

  it('can be one of the presenter’s', () => {
    const command = { type: 'start', id: '1', checkpoint: { reset: true, person: 'ada', page: '/estate?by=age' } }
    expect(presenterCommand.parse(command)).toEqual(command)
  })
})

describe('a page that a script can show', () => {
  it.each([
    '/',
    '/estate',
    '/disk-encryption-sets/key-impact?set=/a/b',
    '/estate/key-impact?set=/a/b',
    '/help/browse#find',
    '/demo/tour',
    '/demo/reader',
  ])('is %s', (address) => expect(isPresentablePage(address)).toBe(true))
  it.each([
    '/demo/presenter',
    '/demo/nothing',
    '/demo/tour/reader',
    '/demo/:scenario',
    '/nowhere',
    '//evil.example/estate',
    '/\\evil.example/estate',
    'https://evil.example/estate',
    'javascript:alert(1)',
    '',
  ])('is not %s', (address) => expect(isPresentablePage(address)).toBe(false))
})
