// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { type ExportedCode, RefusedCharacter } from '@portal/code'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { CodePane } from './CodePane.tsx'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const languages = ['AzureCli', 'Bicep'] as const
type Language = (typeof languages)[number]

function code(text: string): ExportedCode {
  return { text: `${text}\n`, fileName: 'file.txt', isUnfinished: text.includes('<'), losses: [], paths: [[]] }
}

function show(write: (language: Language) => ExportedCode, losses: string[] = []): void {
  render(
    <FluentProvider theme={webLightTheme}>
      <CodePane
        languages={languages}
        write={write}
        losses={{ of: ({ text }) => (text.startsWith('az') ? losses : []), losslessFor: () => 'Bicep' }}
      />
    </FluentProvider>,
  )
}

const shown = (name: string) => screen.getByRole('region', { name })
const inEach: Record<Language, string> = { AzureCli: 'az sig', Bicep: 'resource' }

it('leads from a language that leaves something out to one that does not, and remembers it', () => {
  show((language) => code(inEach[language]), ['The sets of the data disks.'])
  expect(shown('Azure CLI (bash)').textContent).toBe('az sig')
  expect(screen.getByText('The sets of the data disks.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show complete code in Bicep' }))
  expect(shown('Bicep').textContent).toBe('resource')
  expect(screen.queryByText('The sets of the data disks.')).toBeNull()
  cleanup()
  show((language) => code(inEach[language]))
  expect(shown('Bicep')).toBeTruthy()
})

it('says which character of a value is refused, and shows no code', () => {
  show(() => {
    throw new RefusedCharacter('a\u202Eb', 1)
  })
  expect(screen.getByText(/Character 2 of .* is invisible/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Download/ })).toBeNull()
})

it('says that something is to be filled in', () => {
  show(() => code("--name='<version>'"))
  expect(screen.getByText(/are in angle brackets/)).toBeTruthy()
})
