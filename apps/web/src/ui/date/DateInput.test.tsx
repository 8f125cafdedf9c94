// @vitest-environment happy-dom
import { Field, FluentProvider, webLightTheme } from '@fluentui/react-components'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { switchLanguage } from '../../i18n/language.ts'
import { DateInput } from './DateInput.tsx'

afterEach(async () => {
  cleanup()
  await switchLanguage('en')
})

function Form({ first, onChange }: { first: string; onChange: (value: string) => void }) {
  const [value, setValue] = useState(first)
  return (
    <FluentProvider theme={webLightTheme}>
      <Field label="End of life date">
        <DateInput
          value={value}
          now="2026-11-24T09:00:00Z"
          onChange={(next) => {
            setValue(next)
            onChange(next)
          }}
        />
      </Field>
    </FluentProvider>
  )
}

/** The field with that date; returns it, and the values that it gave. */
function show(first = ''): { field: HTMLInputElement; given: string[] } {
  const given: string[] = []
  render(<Form first={first} onChange={(value) => given.push(value)} />)
  return { field: screen.getByRole('textbox', { name: 'End of life date' }), given }
}

function type(field: HTMLInputElement, text: string) {
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
}

it.each([
  ['en', '3/4/2027', '2027-03-04', 'Mar 4, 2027'],
  ['it', '3/4/2027', '2027-04-03', '3 apr 2027'],
  ['it', 'Mar 4, 2027', '2027-03-04', '4 mar 2027'],
] as const)('in %s, %s is %s and then shown as %s', async (language, text, value, shown) => {
  await switchLanguage(language)
  const { field, given } = show()
  type(field, text)
  expect(given).toEqual([value])
  expect(field.value).toBe(shown)
})

it('keeps a text that is no date, so that it can be corrected', () => {
  const { field, given } = show()
  type(field, 'next year')
  expect(given).toEqual(['next year'])
  expect(field.value).toBe('next year')
})

it('leaves the text alone while it is typed', () => {
  const { field } = show()
  fireEvent.change(field, { target: { value: '2027-01-31' } })
  expect(field.value).toBe('2027-01-31')
})

it('returns to the field when the date is cleared', () => {
  const { field, given } = show('2027-01-31')
  fireEvent.click(screen.getByRole('button', { name: 'Clear date' }))
  expect(given).toEqual([''])
  expect(document.activeElement).toBe(field)
})
