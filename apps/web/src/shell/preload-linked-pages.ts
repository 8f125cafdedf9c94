import { preloadPage } from '../routes.tsx'

/** From now on, starts to load the code of a page when a link to it is hovered or focused: before the click. */
export function preloadLinkedPages(): void {
  for (const event of ['pointerover', 'focusin']) document.addEventListener(event, preloadTarget, { passive: true })
}

function preloadTarget({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a') : null
  if (link?.origin === window.location.origin) preloadPage(link.pathname)
}
