// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Authentication } from './authentication.ts'

const page = vi.hoisted(() => ({ account: '', cameBack: false }))

vi.mock('./authentication.ts', () => ({
  authentication: () => {
    const account = { key: page.account }
    return { status: 'signedIn', account, accounts: [account] } as unknown as Authentication
  },
  cameBackFromRedirect: () => page.cameBack,
}))

/** Reloads the page, as its user sees it. */
async function loadPage(account: string, { cameBack }: { cameBack: boolean }) {
  vi.resetModules()
  Object.assign(page, { account, cameBack })
  return import('./pending-action.ts')
}

beforeEach(async () => {
  sessionStorage.clear()
  const { rememberPending } = await loadPage('ada', { cameBack: true })
  rememberPending('create 1.0.0')
})

describe('a pending action', () => {
  it('goes on once, when the account that began it comes back verified', async () => {
    const { isPending, dropPending } = await loadPage('ada', { cameBack: true })
    expect(isPending('create 2.0.0')).toBe(false)
    dropPending('create 2.0.0')
    expect(isPending('create 1.0.0')).toBe(true)
    expect(isPending('create 1.0.0')).toBe(true) // reading it removes nothing
    dropPending('create 1.0.0')
    expect(isPending('create 1.0.0')).toBe(false)
  })

  it('is not for another account', async () => {
    const { isPending } = await loadPage('ben', { cameBack: true })
    expect(isPending('create 1.0.0')).toBe(false)
  })

  it('does not go on after a reload or a cancelled verification, nor at a later sign-in', async () => {
    const reloaded = await loadPage('ada', { cameBack: false })
    expect(reloaded.isPending('create 1.0.0')).toBe(false)
    reloaded.dropPending('create 1.0.0')
    const later = await loadPage('ada', { cameBack: true })
    expect(later.isPending('create 1.0.0')).toBe(false)
  })

  it('does not go on in the page that remembered it: its user said "Not now"', async () => {
    const { rememberPending, isPending } = await loadPage('ada', { cameBack: true })
    rememberPending('create 1.0.0')
    expect(isPending('create 1.0.0')).toBe(false)
  })
})
