// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { listShortcuts, tabShortcuts } from './portal-shortcuts.ts'
import type { ShortcutGroup } from './shortcut.ts'
import { shownShortcuts, useShortcuts } from './use-shortcuts.ts'

afterEach(cleanup)

function Part({ group }: { group: ShortcutGroup }) {
  useShortcuts(group)
  return null
}

it('lists the shortcuts of the parts that are shown, what came last first', () => {
  const { rerender } = render(<Part key="tabs" group={tabShortcuts} />)
  rerender(
    <>
      <Part key="tabs" group={tabShortcuts} />
      <Part key="list" group={listShortcuts} />
    </>,
  )
  expect(shownShortcuts()).toEqual([listShortcuts, tabShortcuts])
})

it('lists those of two lists once, for as long as one of them is shown', () => {
  const two = [<Part key="one" group={listShortcuts} />, <Part key="other" group={listShortcuts} />]
  const { rerender } = render(two)
  expect(shownShortcuts()).toEqual([listShortcuts])
  rerender(two.slice(1))
  expect(shownShortcuts()).toEqual([listShortcuts])
  rerender([])
  expect(shownShortcuts()).toEqual([])
})
