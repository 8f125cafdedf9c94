// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import type { ImportNote } from '@portal/code'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ImportNotes } from './ImportNotes.tsx'

afterEach(cleanup)

const note: ImportNote = { code: 'OptionIgnored', params: { option: '--x' }, severity: 'info', path: [], line: 1 }

it('shows the notes, and how many more there are', () => {
  render(
    <FluentProvider theme={webLightTheme}>
      <ImportNotes notes={[note, note]} leftOut={300} onGoTo={() => {}} />
    </FluentProvider>,
  )
  expect(screen.getAllByRole('button')).toHaveLength(2)
  screen.getByText('Not shown: 300 more')
})
