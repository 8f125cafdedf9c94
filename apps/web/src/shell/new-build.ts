import { browserStorage } from '../drafts/browser-storage.ts'

let reload = Promise.resolve(false)

/**
 * Reloads the page if a chunk can't be loaded because another build of the portal is served by now. Drafts survive
 * this; if the browser can't store them, the user decides. https://vite.dev/guide/build#load-error-handling
 */
export function followNewBuild(): void {
  window.addEventListener('vite:preloadError', () => {
    reload = reloadIfReplaced()
  })
}

/** Whether the page is being reloaded because a chunk of it is gone: known once the server has answered. */
export function isBeingReloaded(): Promise<boolean> {
  return reload
}

async function reloadIfReplaced(): Promise<boolean> {
  if (!browserStorage.isLasting() || !(await isReplaced())) return false
  window.location.reload()
  return true
}

// A chunk might be missing for another reason, for example the network, which a reload would not fix.
async function isReplaced(): Promise<boolean> {
  const script = document.querySelector('link[data-portal]')?.getAttribute('href') ?? ''
  try {
    const response = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(5_000) })
    return response.ok && !(await response.text()).includes(script)
  } catch {
    return false
  }
}
