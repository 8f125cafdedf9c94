import { describe, expect, it } from 'vitest'
import { listPosition } from './list-position.ts'

const cell = (top: number, left = 200, width = 248) => ({ left, top, width, bottom: top + 56 })

describe('listPosition', () => {
  it('is directly below the cell, at most 320 pixels high and at least 360 wide', () => {
    const place = listPosition(cell(100), { width: 1280, height: 720 })
    expect(place).toEqual({ left: '200px', width: '360px', maxHeight: '320px', top: '156px', bottom: 'auto' })
  })

  it('is above the cell where there is more room', () => {
    expect(listPosition(cell(500), { width: 1280, height: 720 })).toMatchObject({ top: 'auto', bottom: '220px' })
  })

  it('is as wide as a wide cell, and never beyond the window', () => {
    expect(listPosition(cell(100, 200, 600), { width: 1280, height: 720 }).width).toBe('600px')
    expect(listPosition(cell(100, 300, 90), { width: 400, height: 800 })).toMatchObject({
      left: '32px',
      width: '360px',
    })
    expect(listPosition(cell(100, 16), { width: 320, height: 800 })).toMatchObject({ left: '8px', width: '304px' })
  })

  it('is no higher than the room beside the cell', () => {
    expect(listPosition(cell(100), { width: 640, height: 360 })).toMatchObject({ top: '156px', maxHeight: '196px' })
  })

  it('stays in a window that has no room on either side of the cell', () => {
    const window = { width: 640, height: 360 }
    expect(listPosition(cell(157), window)).toMatchObject({ maxHeight: '149px', top: 'auto', bottom: '203px' })
    expect(listPosition(cell(100), { width: 320, height: 256 })).toMatchObject({ maxHeight: '120px', top: '128px' })
    expect(listPosition(cell(104), { width: 320, height: 256 })).toMatchObject({ maxHeight: '120px', bottom: '128px' })
  })
})
