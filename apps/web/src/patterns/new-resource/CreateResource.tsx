import { Button, type ButtonProps } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState, useTransition, type ReactNode } from 'react'

interface Props extends Required<Pick<ButtonProps, 'appearance'>> {
  /** the button's label */
  label: string
  /** what the form needs is not known yet: the button already has its place */
  isDisabled?: boolean
  /** the form in its drawer, while it is open; its code is loaded on demand */
  form: (close: () => void) => ReactNode
}

/** A button that opens a form for something new. */
export function CreateResource({ label, isDisabled = false, form, appearance }: Props) {
  const [isOpen, setOpen] = useState(false)
  // A transition leaves the page unchanged until the code is loaded.
  const [, startTransition] = useTransition()
  return (
    <>
      <Button
        appearance={appearance}
        icon={<AddRegular />}
        disabledFocusable={isDisabled}
        onClick={() => startTransition(() => setOpen(true))}
      >
        {label}
      </Button>
      {isOpen && form(() => setOpen(false))}
    </>
  )
}
