import { useState, type ReactNode } from 'react'
import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'

interface Props {
  /** what the button says */
  label: string
  /** the form in its drawer, while it is open */
  form: (close: () => void) => ReactNode
}

/** A button that opens a form for something new. */
export function CreateResource({ label, form }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<AddRegular />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && form(() => setOpen(false))}
    </>
  )
}
