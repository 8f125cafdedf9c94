// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { ProposalList } from './ProposalList.tsx'

afterEach(cleanup)

const texts = { sets: 'Fill 4 cells like 1.1.0', only: 'Use the only matching set in 1 cell' }

function show({ refused = [] as string[], isReadOnly = false } = {}): { done: string[] } {
  const done: string[] = []
  render(
    <FluentProvider theme={webLightTheme}>
      <ReadOnlyDraft value={isReadOnly}>
        <div role="tabpanel" tabIndex={-1}>
          <ProposalList
            proposals={[
              { id: 'sets', text: texts.sets, apply: () => done.push('apply sets') },
              { id: 'only', text: texts.only, apply: () => done.push('apply only') },
            ]}
            refused={refused}
            onRefuse={(id) => done.push(`refuse ${id}`)}
          />
        </div>
      </ReadOnlyDraft>
    </FluentProvider>,
  )
  return { done }
}

const button = (row: string, name: string) => {
  const found = screen.getByRole('group', { name: row }).querySelectorAll('button')
  return [...found].find((each) => each.getAttribute('aria-label') === name || each.textContent === name) ?? found[0]
}

it('applies a proposal, and gives the focus to the form that it was about', () => {
  const { done } = show()
  const apply = button(texts.only, 'Apply')
  apply?.focus()
  if (apply) fireEvent.click(apply)
  expect(done).toEqual(['apply only'])
  expect(document.activeElement).toBe(screen.getByRole('tabpanel'))
})

it.each([
  ['its button', () => fireEvent.click(button(texts.sets, 'Dismiss') ?? document.body)],
  ['Escape in its row', () => fireEvent.keyDown(button(texts.sets, 'Apply') ?? document.body, { key: 'Escape' })],
  ['Alt+X anywhere', () => fireEvent.keyDown(document.body, { code: 'KeyX', altKey: true })],
])('refuses a proposal by %s', (_, act) => {
  const { done } = show()
  act()
  expect(done).toEqual(['refuse sets'])
})

it('applies the first proposal by Alt+A anywhere', () => {
  const { done } = show()
  fireEvent.keyDown(document.body, { code: 'KeyA', altKey: true })
  fireEvent.keyDown(document.body, { code: 'KeyA' })
  expect(done).toEqual(['apply sets'])
})

it('shows no proposal that was refused, and none in a draft of another tab', () => {
  show({ refused: ['sets'] })
  expect(screen.queryByText(texts.sets)).toBeNull()
  expect(screen.getByText(texts.only)).toBeTruthy()
  cleanup()
  show({ isReadOnly: true })
  expect(screen.queryByText(texts.only)).toBeNull()
})
