import { lazy, Suspense } from 'react'

// Fluent's dialog is 26 kB, and few open it.
const ShortcutsDialog = lazy(() => import('./ShortcutsDialog.tsx').then((part) => ({ default: part.ShortcutsDialog })))

/** The dialog of the keyboard shortcuts, whose code comes when it is first opened. */
export function LazyShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <ShortcutsDialog onClose={onClose} />
    </Suspense>
  )
}
