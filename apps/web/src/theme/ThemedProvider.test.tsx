// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { switchTheme } from './theme.ts'
import { ThemedProvider } from './ThemedProvider.tsx'

afterEach(() => {
  cleanup()
  act(() => switchTheme('system'))
})

it('gives the scroll bars and native controls of the whole window the colours of the theme', () => {
  render(<ThemedProvider>content</ThemedProvider>)
  const schemeOf = (theme: 'light' | 'dark' | 'contrast') => {
    act(() => switchTheme(theme))
    return document.documentElement.style.colorScheme
  }
  expect([schemeOf('dark'), schemeOf('light'), schemeOf('contrast')]).toEqual(['dark', 'light', 'dark'])
})
