import { lazyPart } from '../../ui/lazy-part.tsx'

/** The dialog of the keyboard shortcuts. Fluent's dialog is 26 kB, and few open it. */
export const LazyShortcutsDialog = lazyPart(() => import('./ShortcutsDialog.tsx').then((part) => part.ShortcutsDialog))
