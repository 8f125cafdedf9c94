import { preloadFacts, preloadPage } from '../routes.tsx'

/**
 * From now on, starts to load the code of a page when a link to it is hovered or focused, and the facts that it waits
 * for when the user has moved to that link: before the click.
 */
export function preloadLinkedPages(): void {
  for (const event of ['pointerover', 'focusin']) document.addEventListener(event, preloadTarget, { passive: true })
  document.addEventListener('pointermove', preloadFactsOfTarget, { passive: true })
}

function linkAt({ target }: Event): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest('a') : null
  return link?.origin === window.location.origin ? link : undefined
}

function preloadTarget(event: Event): void {
  const link = linkAt(event)
  if (link === undefined) return
  preloadPage(link.pathname)
  if (event.type === 'focusin' && link.matches(':focus-visible')) preloadFacts(link)
}

let moved: HTMLAnchorElement | undefined

// A link that a new page happens to show under a resting pointer is nobody's wish, so being over it is not enough.
function preloadFactsOfTarget(event: Event): void {
  const link = linkAt(event)
  if (link === moved) return
  moved = link
  if (link !== undefined) preloadFacts(link)
}
