import { useSyncExternalStore } from 'react'
import { useSearch } from 'wouter'
import { tabStorage } from '../../drafts/browser-storage.ts'
import { paths } from '../../paths.ts'

const storageKey = 'presented'
// first-paint.ts reads it too
const isPresentedKey = 'is-presented'
/** in the address of an audience's window that the presenter opens */
export const pairingParameter = 'presented'

/** Whether a text can be the ID of a pair of windows. */
export function isPairing(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && /^[\w-]{8,40}$/.test(text)
}

/** The pair that this tab is the audience's window of; a new one if there is none yet. It survives a sign-in. */
export function pairingOfTab(): string {
  const kept = tabStorage.get(storageKey)
  const pairing = isPairing(kept) ? kept : crypto.randomUUID()
  if (pairing !== kept) tabStorage.set(storageKey, pairing)
  return pairing
}

/** The pair that this tab belongs to, by its storage or by its address; undefined if nobody presents here. */
export function usePairing(): string | undefined {
  const asked = new URLSearchParams(useSearch()).get(pairingParameter)
  const kept = useSyncExternalStore(tabStorage.subscribe, () => tabStorage.get(storageKey))
  return isPairing(asked) ? asked : isPairing(kept) ? kept : undefined
}

/** Makes this tab the audience's window of a pair. */
export function keepPairing(pairing: string): void {
  if (tabStorage.get(storageKey) !== pairing) tabStorage.set(storageKey, pairing)
}

/** Whether a presenter's window is open for this tab: the tab then shows the portal alone. */
export function useIsPresented(): boolean {
  return useSyncExternalStore(tabStorage.subscribe, () => tabStorage.get(isPresentedKey)) !== undefined
}

/** The name of the lock that the presenter's window of a pair holds while it is open. */
export function presenterLockName(pairing: string): string {
  return `presenting ${pairing}`
}

/** Notes whether a presenter's window is open for this tab, until that has gone. Returns what ends it. */
export function notePresenter(pairing: string): () => void {
  const ended = new AbortController()
  const name = presenterLockName(pairing)
  const gone = () => {
    if (!ended.signal.aborted) tabStorage.remove(isPresentedKey)
  }
  void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (lock !== null) return gone()
    if (ended.signal.aborted) return
    tabStorage.set(isPresentedKey, 'yes')
    // Rejects when it ends before its turn.
    navigator.locks.request(name, { signal: ended.signal }, gone).catch(() => undefined)
  })
  return () => ended.abort()
}

/** The address of the presenter's window of a pair. */
export function presenterPath(pairing: string): string {
  return `${paths.presenter}?${new URLSearchParams({ with: pairing })}`
}

/** The address at which a new window becomes the audience's of a pair, once someone has signed in there. */
export function audiencePath(pairing: string): string {
  return `${paths.home}?${new URLSearchParams({ [pairingParameter]: pairing })}`
}

/** Opens a window beside this one; false if the browser doesn't allow it. */
export function openWindow(address: string, features = ''): boolean {
  // Not `noopener`: nobody would learn whether it has opened. Both windows are the portal's own.
  const opened = window.open(address, '_blank', features)
  if (opened !== null) opened.focus()
  return opened !== null
}
