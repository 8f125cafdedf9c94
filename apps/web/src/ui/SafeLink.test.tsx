// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { SafeLink } from './SafeLink.tsx'

afterEach(cleanup)

it('leads to https', () => {
  render(<SafeLink href="https://portal.azure.com/#x">Azure</SafeLink>)
  expect(screen.getByRole('link', { name: /^Azure/ }).getAttribute('rel')).toBe('noreferrer')
})

it.each(['javascript:alert(1)', 'http://portal.azure.com', '//portal.azure.com', 'data:text/html,x'])(
  'S31: %s is text',
  (href) => {
    render(<SafeLink href={href}>Azure</SafeLink>)
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.getByText('Azure')).toBeTruthy()
  },
)
