import { useEffect, useEffectEvent } from 'react'

// A clicker sends Page Down and Page Up, or the arrows.
const forward = ['PageDown', 'ArrowRight']
const back = ['PageUp', 'ArrowLeft']
/** where these keys have a meaning of their own */
const own = 'input, textarea, select, [role="menu"], [role="dialog"], [role="alertdialog"]'

/** Calls back for the keys of a clicker, wherever the focus is. */
export function useKeys({ onNext, onPrevious }: { onNext: () => void; onPrevious: () => void }): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const { key, target } = event
    const isForward = forward.includes(key)
    if (!isForward && !back.includes(key)) return
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (target instanceof Element && target.closest(own) !== null) return
    event.preventDefault()
    // A key that is held down is one step.
    if (event.repeat) return
    if (isForward) onNext()
    else onPrevious()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
