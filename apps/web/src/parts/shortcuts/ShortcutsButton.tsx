import { Button } from '@fluentui/react-components'
import { KeyboardRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useShortcutTexts } from '../../i18n/portal/use-shortcut-texts.ts'
import { LazyShortcutsDialog } from './LazyShortcutsDialog.tsx'

/** Shows the shortcuts of the page in hand. */
export function ShortcutsButton() {
  const { title } = useShortcutTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {/* No <button>: the fields of a draft that another tab works on are disabled, and this is not. */}
      <Button
        as="a"
        appearance="subtle"
        size="small"
        icon={<KeyboardRegular />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {title}
      </Button>
      {isOpen && <LazyShortcutsDialog onClose={() => setOpen(false)} />}
    </>
  )
}
