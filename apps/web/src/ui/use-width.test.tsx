// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useWidth } from './use-width.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function Measured({ onWidth }: { onWidth: (width: number) => void }) {
  const { root, width } = useWidth()
  onWidth(width)
  return <div ref={root} />
}

it('an element as wide as the one before is rendered with its width from the start, any other once more', () => {
  const clientWidth = vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600)
  render(<Measured onWidth={() => {}} />)
  const widths: number[] = []
  render(<Measured onWidth={(width) => widths.push(width)} />)
  expect(widths).toEqual([600])
  clientWidth.mockReturnValue(400)
  render(<Measured onWidth={(width) => widths.push(width)} />)
  expect(widths).toEqual([600, 600, 400])
})
