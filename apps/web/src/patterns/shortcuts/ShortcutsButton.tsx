import { Button, Tooltip } from '@fluentui/react-components'
import { KeyboardRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { LazyShortcutsDialog } from './LazyShortcutsDialog.tsx'
import { useShortcutTexts } from './shortcuts-texts.ts'

/** Shows the shortcuts of the page in hand: an icon, named by its tooltip. */
export function ShortcutsButton() {
  const { title } = useShortcutTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {/* No <button>: the fields of a draft that another tab works on are disabled, and this is not. */}
      <Tooltip content={title} relationship="label">
        <Button
          as="a"
          appearance="subtle"
          icon={<KeyboardRegular />}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        />
      </Tooltip>
      {isOpen && <LazyShortcutsDialog onClose={() => setOpen(false)} />}
    </>
  )
}
