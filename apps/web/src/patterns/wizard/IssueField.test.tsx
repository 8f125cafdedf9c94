// @vitest-environment happy-dom
import { FluentProvider, Input, webLightTheme } from '@fluentui/react-components'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ConceptHelp } from '../concept-help/ConceptHelp.tsx'
import { IssueField } from './IssueField.tsx'

afterEach(cleanup)

function show(): { left: () => number } {
  let left = 0
  render(
    <FluentProvider theme={webLightTheme}>
      <IssueField
        path={['name']}
        issues={[]}
        onLeave={() => (left += 1)}
        label="Version number"
        help={<ConceptHelp concept="imageVersion" />}
      >
        <Input />
      </IssueField>
    </FluentProvider>,
  )
  return { left: () => left }
}

it('keeps the help out of the name of the field', () => {
  show()
  expect(screen.getByRole('textbox', { name: 'Version number' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Help: Image version' })).toBeTruthy()
})

it('is left when its control is left, not when its help is', () => {
  const { left } = show()
  fireEvent.blur(screen.getByRole('button', { name: 'Help: Image version' }))
  expect(left()).toBe(0)
  fireEvent.blur(screen.getByRole('textbox'))
  expect(left()).toBe(1)
})
