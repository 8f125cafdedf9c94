import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState, useTransition, type ReactNode } from 'react'

interface Props {
  /** the button's label */
  label: string
  /** the form in its drawer, while it is open; its code is loaded on demand */
  form: (close: () => void) => ReactNode
}

/** A button that opens a form for something new. */
export function CreateResource({ label, form }: Props) {
  const [isOpen, setOpen] = useState(false)
  // A transition leaves the page unchanged until the code is loaded.
  const [, startTransition] = useTransition()
  return (
    <>
      <Button icon={<AddRegular />} onClick={() => startTransition(() => setOpen(true))}>
        {label}
      </Button>
      {isOpen && form(() => setOpen(false))}
    </>
  )
}
