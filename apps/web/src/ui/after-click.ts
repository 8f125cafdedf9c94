let pointerIsDown = false

function watchPointer(): void {
  window.addEventListener('pointerdown', () => (pointerIsDown = true), { capture: true })
  for (const end of ['pointerup', 'pointercancel'])
    window.addEventListener(end, () => (pointerIsDown = false), { capture: true })
}
watchPointer()

/**
 * Runs `action` once a click in progress has reached its target. A pointer press on another control moves the focus
 * from the previous field; if its message appeared at once, the control would move away from under the pointer.
 */
export function afterClick(action: () => void): void {
  if (!pointerIsDown) return action()
  const end = () => {
    window.removeEventListener('pointerup', end)
    window.removeEventListener('pointercancel', end)
    setTimeout(action) // the click itself comes after the pointer is up
  }
  window.addEventListener('pointerup', end)
  window.addEventListener('pointercancel', end)
}
