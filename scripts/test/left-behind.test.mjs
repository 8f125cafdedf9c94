import { afterEach, expect, it, vi } from 'vitest'
import { leftBehind, stateOfProcess } from './left-behind.mjs'

const told = () => undefined
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  process.off('SIGUSR2', told)
})

it('nothing is left where nothing was changed', () => {
  expect(leftBehind(stateOfProcess(), stateOfProcess())).toEqual([])
})

it('a clock, a global, a variable, and a listener that are left are named', () => {
  const before = stateOfProcess()
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.stubGlobal('fetch', told)
  vi.stubEnv('LEFT_HERE', 'yes')
  process.on('SIGUSR2', told)
  expect(leftBehind(before, stateOfProcess())).toEqual(['Date', 'fetch', 'listeners of SIGUSR2', 'variable LEFT_HERE'])
})

it('so is what a page is left with', () => {
  const page = (innerHTML) => ({ body: { innerHTML }, location: { href: 'http://localhost:3000/' } })
  vi.stubGlobal('document', page(''))
  const before = stateOfProcess()
  vi.stubGlobal('document', page('<p></p>'))
  expect(leftBehind(before, stateOfProcess())).toEqual(['the page’s content'])
})
