// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { readOnlyHeader } from '@portal/portal-api'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { noticeReadOnly } from '../api/read-only.ts'
import { ReadOnlyBar } from './ReadOnlyBar.tsx'

const answered = (headers: Record<string, string>) => act(() => noticeReadOnly(new Response(null, { headers })))
const shown = () => screen.queryByText('Read-only')

afterEach(() => {
  answered({ [readOnlyHeader]: 'false' })
  cleanup()
})

it('is there as soon as an answer says so, stays while one says nothing, and goes when one says the contrary', () => {
  render(
    <FluentProvider theme={webLightTheme}>
      <ReadOnlyBar />
    </FluentProvider>,
  )
  expect(shown()).toBeNull()
  answered({ [readOnlyHeader]: 'true' })
  expect(shown()).not.toBeNull()
  answered({})
  expect(shown()).not.toBeNull()
  answered({ [readOnlyHeader]: 'false' })
  expect(shown()).toBeNull()
})
