import { browserStorage } from '../drafts/browser-storage.ts'

/**
 * Reloads the page if a chunk can't be loaded because another build of the portal is served by now. Drafts survive
 * this; if the browser can't store them, the user decides. https://vite.dev/guide/build#load-error-handling
 */
export function followNewBuild(): void {
  window.addEventListener('vite:preloadError', () => void loadAnew())
}

async function loadAnew(): Promise<void> {
  if (browserStorage.isLasting() && (await isReplaced())) window.location.reload()
}

// A chunk might be missing for another reason, for example the network, which a reload would not fix.
async function isReplaced(): Promise<boolean> {
  const script = document.querySelector('script[type="module"]')?.getAttribute('src') ?? ''
  try {
    const response = await fetch('/', { cache: 'no-store' })
    return response.ok && !(await response.text()).includes(script)
  } catch {
    return false
  }
}
