let pointerIsDown = false

function watchPointer(): void {
  window.addEventListener('pointerdown', () => (pointerIsDown = true), { capture: true })
  for (const end of ['pointerup', 'pointercancel'])
    window.addEventListener(end, () => (pointerIsDown = false), { capture: true })
}
watchPointer()

/**
 * Does `action` once a click under way has reached its target. A press on another control makes the field before it
 * lose the focus; if its message appeared at once, the control would move away from under the pointer.
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
