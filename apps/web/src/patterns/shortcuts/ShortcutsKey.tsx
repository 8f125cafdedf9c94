import { useEffect, useState } from 'react'
import { LazyShortcutsDialog } from './LazyShortcutsDialog.tsx'
import { asksForShortcuts } from './shortcuts-key.ts'

/** Shows the shortcuts of the page in hand where `?` is pressed. */
export function ShortcutsKey() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!asksForShortcuts(event)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  return isOpen ? <LazyShortcutsDialog onClose={() => setOpen(false)} /> : null
}
