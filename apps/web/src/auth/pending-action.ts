import { tabStorage } from '../drafts/browser-storage.ts'
import { authentication, cameBackFromRedirect } from './authentication.ts'

const key = 'pending-action'

// Stored by this page load: then the user has not been to Entra ID for it yet.
let isOfThisPage = false

function pending(name: string): string | undefined {
  const state = authentication()
  return state.status === 'signedIn' ? JSON.stringify([state.account.key, name]) : undefined
}

/** Stores, before the redirect to Entra ID, what the signed-in user was about to do. One action at a time. */
export function rememberPending(name: string): void {
  const action = pending(name)
  if (action === undefined) return
  tabStorage.set(key, action)
  isOfThisPage = true
}

/**
 * Whether the user was about to do `name`, went to Entra ID for it and came back verified, as the same account. A
 * reload, the Back button, a dismissed dialog or a canceled verification never repeats an action.
 */
export function isPending(name: string): boolean {
  const action = tabStorage.get(key)
  return action !== undefined && action === pending(name) && cameBackFromRedirect() && !isOfThisPage
}

/** Removes the pending action `name`, so that it continues at most once. */
export function dropPending(name: string): void {
  if (tabStorage.get(key) === pending(name)) tabStorage.remove(key)
}
