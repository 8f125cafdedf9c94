import { afterAll, vi } from 'vitest'
import { leftBehind, stateOfProcess } from './left-behind.mjs'

// As vitest's setup file: a file of tests fails if it leaves something to the next one in its process. Vitest itself
// restores spies only.
const before = stateOfProcess()
afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  if (globalThis.document !== undefined) for (const area of [localStorage, sessionStorage]) area.clear()
  const left = leftBehind(before, stateOfProcess())
  if (left.length > 0) throw new Error(`This file leaves to the next one: ${left.join(', ')}`)
})
