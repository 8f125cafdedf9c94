// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Authentication } from './authentication.ts'

const page = vi.hoisted(() => ({ account: '', cameBack: false }))

vi.mock('./authentication.ts', () => ({
  authentication: () => {
    const account = { key: page.account, name: '', username: '', tenantId: 't' }
    return { status: 'signedIn', account, accounts: [account] } as unknown as Authentication
  },
  cameBackFromRedirect: () => page.cameBack,
}))

/** Loads the page anew, as its user finds it. */
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
    const { takePending } = await loadPage('ada', { cameBack: true })
    expect(takePending('create 2.0.0')).toBe(false)
    expect(takePending('create 1.0.0')).toBe(true)
    expect(takePending('create 1.0.0')).toBe(false)
  })

  it('is not for another account', async () => {
    const { takePending } = await loadPage('ben', { cameBack: true })
    expect(takePending('create 1.0.0')).toBe(false)
  })

  it('does not go on after a reload or a cancelled verification, nor at a later sign-in', async () => {
    const reloaded = await loadPage('ada', { cameBack: false })
    expect(reloaded.takePending('create 1.0.0')).toBe(false)
    const later = await loadPage('ada', { cameBack: true })
    expect(later.takePending('create 1.0.0')).toBe(false)
  })

  it('does not go on in the page that remembered it: its user said "Not now"', async () => {
    const { rememberPending, takePending } = await loadPage('ada', { cameBack: true })
    rememberPending('create 1.0.0')
    expect(takePending('create 1.0.0')).toBe(false)
  })
})
