import { useEffect } from 'react'
import type { ShortcutGroup } from './shortcut.ts'

const shown: { group: ShortcutGroup }[] = []

/** Lists the shortcuts of a part of the page among those of the page, for as long as that part is shown. */
export function useShortcuts(group: ShortcutGroup): void {
  useEffect(() => {
    const entry = { group }
    shown.push(entry)
    return () => void shown.splice(shown.indexOf(entry), 1)
  }, [group])
}

/** The shortcuts of the parts that are shown now, what came last first, each once. */
export function shownShortcuts(): ShortcutGroup[] {
  return [...new Set(shown.map(({ group }) => group).toReversed())]
}
