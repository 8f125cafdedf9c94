/**
 * Looks at the page in the next frame, and after each change of it, except of what `isOwn`. Returns a function that
 * ends it.
 */
export function watchScreen(look: () => void, isOwn: (changed: Node) => boolean = () => false): () => void {
  let frame: number | undefined
  const lookSoon = () => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined
      look()
    })
  }
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => !isOwn(target))) lookSoon()
  })
  observer.observe(document.body, { subtree: true, childList: true, attributes: true })
  lookSoon()
  return () => {
    observer.disconnect()
    if (frame !== undefined) cancelAnimationFrame(frame)
  }
}
