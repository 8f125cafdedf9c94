import { browserStorage } from '../drafts/kept-storage.ts'

/**
 * Loads the page anew when a part of it cannot be had because another build of the portal is served by now. Drafts are
 * kept over it; where the browser keeps none, the user decides. https://vite.dev/guide/build#load-error-handling
 */
export function followNewBuild(): void {
  window.addEventListener('vite:preloadError', () => void loadAnew())
}

async function loadAnew(): Promise<void> {
  if (browserStorage.isLasting() && (await isReplaced())) window.location.reload()
}

// A part may be missing for another reason, such as the network, which loading anew would not mend.
async function isReplaced(): Promise<boolean> {
  const script = document.querySelector('script[type="module"]')?.getAttribute('src') ?? ''
  try {
    const response = await fetch('/', { cache: 'no-store' })
    return response.ok && !(await response.text()).includes(script)
  } catch {
    return false
  }
}
