// An hour: long enough to read the progress of a replication, short enough for an unattended machine (ASVS V7.3.1). The
// user has two minutes to answer the warning (WCAG 2.2.1).
export const inactiveMs = 60 * 60_000
export const warningMs = 2 * 60_000

const lookEveryMs = 10_000
const storageKey = 'portal-active-at'
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

let warned = false
const listeners = new Set<() => void>()

/** Whether the portal was inactive for so long that the sign-in is about to end. */
export function isInactivityNear(): boolean {
  return warned
}

export function subscribeToInactivity(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function warn(next: boolean): void {
  if (warned === next) return
  warned = next
  listeners.forEach((listener) => listener())
}

/**
 * Calls `end` after an hour without activity in any of the portal's tabs in this browser, or if such an hour has passed
 * while the tab was closed or the machine asleep, unless the user has `justArrived` from signing in. `end` is also
 * called if nobody is signed in. Returns a function that stops it.
 */
export function endWhenInactive(end: () => void, { justArrived = false } = {}): () => void {
  const otherTabs = new BroadcastChannel('activity')
  let activeAt = (justArrived ? undefined : storedActivity()) ?? Date.now()
  let toldAt = -Infinity

  const seen = () => {
    activeAt = Date.now()
    warn(false)
  }
  const look = () => {
    const idle = Date.now() - activeAt
    warn(idle >= inactiveMs - warningMs && idle < inactiveMs)
    if (idle < inactiveMs) return
    seen()
    end()
  }
  const touched = () => {
    // A movement on a machine that wakes up: it is over already.
    if (Date.now() - activeAt >= inactiveMs) return look()
    seen()
    if (activeAt - toldAt < lookEveryMs) return
    toldAt = activeAt
    keepActivity(activeAt)
    otherTabs.postMessage(null)
  }
  otherTabs.onmessage = seen
  for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true })
  const looking = window.setInterval(look, lookEveryMs)
  look()
  return () => {
    window.clearInterval(looking)
    for (const sign of signs) window.removeEventListener(sign, touched, { capture: true })
    otherTabs.close()
    warn(false)
  }
}

// Stored next to MSAL's tokens, which a browser restores with the tab: the time of their last use must be restored with
// them.
function storedActivity(): number | undefined {
  try {
    const kept = Number(window.sessionStorage.getItem(storageKey) ?? Number.NaN)
    return Number.isFinite(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function keepActivity(at: number): void {
  try {
    window.sessionStorage.setItem(storageKey, String(at))
  } catch {
    // Blocked or full: then MSAL keeps no tokens there either.
  }
}
