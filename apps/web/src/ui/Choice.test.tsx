// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Choice } from './Choice.tsx'

const options = ['East US', 'West US'].map((label) => ({ value: label, label }))

afterEach(cleanup)

describe('a choice', () => {
  it('keeps letters from the browser’s own search by typing, and leaves other keys to it', () => {
    render(
      <FluentProvider theme={webLightTheme}>
        <Choice aria-label="Region" value="" options={options} onChoose={() => {}} />
      </FluentProvider>,
    )
    const list = screen.getByRole('combobox', { name: 'Region' })
    expect(fireEvent.keyDown(list, { key: 'w' })).toBe(false)
    expect(list.getAttribute('aria-expanded')).toBe('true')
    expect(fireEvent.keyDown(list, { key: 'F5' })).toBe(true)
    expect(fireEvent.keyDown(list, { key: 'l', ctrlKey: true })).toBe(true)
  })
})
