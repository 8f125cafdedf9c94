// @vitest-environment happy-dom
import type { UnderWay } from '@portal/portal-api'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { UnderWayAnnouncer } from './UnderWayAnnouncer.tsx'

const definition =
  '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/images/providers/Microsoft.Compute/galleries/g/images/ubuntu'

const underWay = (...versions: string[]): UnderWay => ({
  items: versions.map((name) => ({ id: `${definition}/versions/${name}`, kind: 'imageVersion', state: 'Creating' })),
  isPartial: false,
  now: '2026-11-24T10:00:00Z',
})
const said = () => screen.getByRole('status').textContent

afterEach(cleanup)

it('tells what has ended, once, and nothing of what goes on or begins', () => {
  const { rerender } = render(<UnderWayAnnouncer underWay={undefined} />)
  rerender(<UnderWayAnnouncer underWay={underWay('1.0.0', '2.0.0')} />)
  expect(said()).toBe('')
  rerender(<UnderWayAnnouncer underWay={underWay('2.0.0', '3.0.0')} />)
  expect(said()).toBe('No longer in progress: ubuntu 1.0.0')
  rerender(<UnderWayAnnouncer underWay={underWay('2.0.0', '3.0.0')} />)
  expect(said()).toBe('No longer in progress: ubuntu 1.0.0')
  rerender(<UnderWayAnnouncer underWay={underWay()} />)
  expect(said()).toBe('No longer in progress: ubuntu 2.0.0 and ubuntu 3.0.0')
})
