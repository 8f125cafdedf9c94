import { useSyncExternalStore } from 'react'
import { storeChoice, storedChoice } from '../../stored-choice.ts'

const storageKey = 'browserNotifications'
const listeners = new Set<() => void>()

/** Whether the browser may show the portal's notifications: the user's wish here, and the browser's permission. */
export type BrowserNotifications = 'on' | 'off' | 'denied' | 'unsupported'

function read(): BrowserNotifications {
  if (!('Notification' in window)) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const isOn = storedChoice(storageKey, ['on']) === 'on' && Notification.permission === 'granted'
  return isOn ? 'on' : 'off'
}

// Reading the permission asks another process of the browser, which takes milliseconds: not at each rendering.
let known: BrowserNotifications | undefined

function current(): BrowserNotifications {
  known ??= read()
  return known
}

function readAgain(): void {
  known = read()
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void): () => void {
  // The permission can be changed in the browser's own settings.
  if (listeners.size === 0) window.addEventListener('focus', readAgain)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    window.removeEventListener('focus', readAgain)
    known = undefined
  }
}

/** Whether the browser shows the portal's notifications. */
export function useBrowserNotifications(): BrowserNotifications {
  return useSyncExternalStore(subscribe, current)
}

/** Turns them on or off in this browser. Only turning them on asks for the browser's permission. */
export async function turnBrowserNotifications(on: boolean): Promise<void> {
  if (on && Notification.permission === 'default') await Notification.requestPermission()
  storeChoice(storageKey, on ? 'on' : 'off')
  readAgain()
}

interface Shown {
  title: string
  body: string
  /** another tab's notification with the same tag is replaced */
  tag: string
  onOpen: () => void
}

/** Shows one through the browser, if the user has turned them on and this tab is in the background. */
export function showInBackground({ title, body, tag, onOpen }: Shown): void {
  if (document.visibilityState !== 'hidden' || read() !== 'on') return
  const notification = new Notification(title, { body, tag, lang: document.documentElement.lang })
  notification.addEventListener('click', () => {
    window.focus()
    onOpen()
    notification.close()
  })
}
