// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { themeOf } from './theme.ts'

const system =
  (...active: string[]) =>
  (query: string) =>
    active.some((feature) => query.includes(feature))

describe('themeOf', () => {
  it('follows the system while nothing is chosen', () => {
    expect(themeOf('system', system())).toBe('light')
    expect(themeOf('system', system('prefers-color-scheme: dark'))).toBe('dark')
    expect(themeOf('system', system('prefers-contrast: more', 'prefers-color-scheme: dark'))).toBe('contrast')
    expect(themeOf('system', system('forced-colors: active'))).toBe('contrast')
  })

  it('keeps to a choice whatever the system says', () => {
    expect(themeOf('light', system('prefers-color-scheme: dark'))).toBe('light')
  })
})
