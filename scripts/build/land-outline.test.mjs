import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../run-step.mjs'
import { landModule, landOutline } from './land-outline.mjs'

it('is the outline that the portal has', () => {
  expect(readFileSync(join(root, 'apps/web/src/patterns/map/land.ts'), 'utf8')).toBe(landModule())
})

it('stays small, and is one path without the Antarctic', () => {
  const outline = landOutline()
  expect(outline.length).toBeLessThan(20_000)
  const lowest = [...outline.matchAll(/M(-?\d+) (-?\d+)/g)].map(([, , y]) => Number(y))
  expect(Math.max(...lowest)).toBeLessThan(520)
  expect(lowest.length).toBeGreaterThan(50)
})
