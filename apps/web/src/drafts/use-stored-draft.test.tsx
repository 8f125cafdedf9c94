// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { storedDraft } from './stored-draft.ts'
import { useStoredDraft } from './use-stored-draft.ts'

const kept = storedDraft({ kind: 'note:1', schema: z.string() })('ada@home', 'id')

/** A page whose draft is a text; '' is nothing to keep. */
function openPage() {
  return renderHook(() =>
    useStoredDraft(kept, {
      blank: () => '',
      edited: (state, draft: string) => ({ ...state, draft }),
      isNothing: (draft) => draft === '',
    }),
  )
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.useRealTimers()
})

it.each([
  ['a moment later', () => vi.advanceTimersByTime(50)],
  ['when the page is left', () => window.dispatchEvent(new Event('pagehide'))],
  ['when the form is gone', cleanup],
])('is stored %s, and found again', (_, then) => {
  const { result } = openPage()
  act(() => result.current.edit('words'))
  expect(kept.load()).toBeUndefined()
  then()
  expect(kept.load()).toBe('words')
  expect(openPage().result.current.draft).toBe('words')
})

it('is not kept where there is nothing in it', () => {
  kept.save('words')
  const { result } = openPage()
  act(() => result.current.edit(''))
  cleanup()
  expect(kept.load()).toBeUndefined()
})

it('is discarded for good: what is edited afterwards is not kept', () => {
  const { result } = openPage()
  act(() => result.current.edit('words'))
  act(() => result.current.discard())
  act(() => result.current.edit('more words'))
  cleanup()
  expect(kept.load()).toBeUndefined()
})
