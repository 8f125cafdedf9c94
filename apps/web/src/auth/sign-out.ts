import type { endSession, RequestOf } from '@portal/portal-api'
import { call } from '../api/portal-client.ts'
import { removeAllStoredFor } from '../drafts/account-storage.ts'
import {
  authentication,
  cameBackFromRedirect,
  forgetPerson,
  leaveEntra,
  leaveUnattended,
  lookAgain,
  type Account,
} from './authentication.ts'
import { endWhenInactive } from './inactivity.ts'

const channelName = 'signed-out'

/**
 * Signs the active account's person out, of every directory that they have been in: of the server's token cache, of
 * this browser's storage, of every other tab, and of Entra ID, whose sign-out page comes next.
 */
export async function signOut(): Promise<void> {
  const state = authentication()
  if (state.status !== 'signedIn') return
  const { personKey } = state.account
  await endSessions(
    state.accounts.filter((account) => account.personKey === personKey),
    {},
  )
  removeAllStoredFor(personKey)
  const channel = new BroadcastChannel(channelName)
  channel.postMessage(personKey)
  channel.close()
  await leaveEntra()
}

// The server forgets its tokens in minutes anyway; a server that is down must not keep anyone signed in.
async function endSessions(accounts: Account[], tokens: RequestOf<typeof endSession>): Promise<void> {
  const end = async ({ key }: Account) => {
    const { endSession } = await import('../api/endpoints-of-frame.ts')
    await call(endSession, tokens, { accountKey: key })
  }
  await Promise.allSettled(accounts.map(end))
}

/** Makes this tab follow when an account signs out in another one; the Back button then shows nothing of it. */
export function followSignOutElsewhere(): void {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const state = authentication()
    if (typeof data !== 'string' || data === '' || state.status !== 'signedIn') return
    // Last, because the account's pages store their drafts when they close.
    void forgetPerson(data).finally(() => removeAllStoredFor(data))
  }
  window.addEventListener('pageshow', ({ persisted }) => persisted && lookAgain())
}

/**
 * Ends the sign-in of this tab after an hour of inactivity. The user's drafts are kept, so that they can continue after
 * signing in again.
 */
export function signOutWhenInactive(): void {
  endWhenInactive(() => void signOutUnattended(), { justArrived: cameBackFromRedirect() })
}

async function signOutUnattended(): Promise<void> {
  const state = authentication()
  if (state.status !== 'signedIn') return
  await endSessions(state.accounts, { thisTokenOnly: true })
  await leaveUnattended()
}
