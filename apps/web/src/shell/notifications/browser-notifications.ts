import { useSyncExternalStore } from 'react'
import { storeChoice, storedChoice } from '../../stored-choice.ts'

const storageKey = 'browserNotifications'
const listeners = new Set<() => void>()

/** Whether the browser may show the portal's notifications: the user's wish here, and the browser's permission. */
export type BrowserNotifications = 'on' | 'off' | 'denied' | 'unsupported'

function current(): BrowserNotifications {
  if (!('Notification' in window)) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const isOn = storedChoice(storageKey, ['on']) === 'on' && Notification.permission === 'granted'
  return isOn ? 'on' : 'off'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // The permission can be changed in the browser's own settings.
  window.addEventListener('focus', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('focus', listener)
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
  listeners.forEach((listener) => listener())
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
  if (document.visibilityState !== 'hidden' || current() !== 'on') return
  const notification = new Notification(title, { body, tag, lang: document.documentElement.lang })
  notification.addEventListener('click', () => {
    window.focus()
    onOpen()
    notification.close()
  })
}
