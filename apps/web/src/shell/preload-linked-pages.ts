import { preloadFacts, preloadFactsOfVisit, preloadPage } from '../routes.tsx'

/**
 * From now on, starts to load the code of a page when a link to it is hovered or focused, and what it reads first when
 * the user has stayed there for a moment or presses it: before the click; the rest as soon as the address is another.
 */
export function preloadLinkedPages(): void {
  for (const event of ['pointerover', 'focusin']) document.addEventListener(event, preloadTarget, { passive: true })
  for (const event of ['pointermove', 'pointerdown', 'focusin'])
    document.addEventListener(event, preloadFactsOfTarget, { passive: true })
  // The first two are wouter's own events, and this listener is there before those of React.
  for (const event of ['pushState', 'replaceState', 'popstate']) window.addEventListener(event, preloadFactsOfPage)
}

function linkAt({ target }: Event): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest('a') : null
  return link?.origin === window.location.origin ? link : undefined
}

function preloadTarget(event: Event): void {
  const link = linkAt(event)
  if (link !== undefined) preloadPage(link.pathname)
}

// A pointer that passes over a list, or Tab through it, asks Azure nothing.
const restMs = 150

let aimedAt: HTMLAnchorElement | undefined
let resting: ReturnType<typeof setTimeout> | undefined

// A link that a new page happens to show under a resting pointer is nobody's wish, so being over it is not enough.
function preloadFactsOfTarget(event: Event): void {
  const link = linkAt(event)
  const isPressed = event.type === 'pointerdown'
  if (link === aimedAt && !isPressed) return
  aimedAt = link
  clearTimeout(resting)
  // After a failure, the page reads it itself.
  const read = (address: HTMLAnchorElement) => void preloadFacts(address).catch(() => undefined)
  if (link !== undefined) resting = setTimeout(read, isPressed ? 0 : restMs, link)
}

let lastPage = pageOf(window.location)

// A tab or a filter of the same page reads what it needs itself.
function pageOf({ pathname, search }: Location): string {
  const parameters = new URLSearchParams(search)
  return [pathname, parameters.get('id'), parameters.get('definition')].join(' ')
}

function preloadFactsOfPage(): void {
  const page = pageOf(window.location)
  if (page === lastPage) return
  lastPage = page
  preloadFactsOfVisit(window.location)
}
