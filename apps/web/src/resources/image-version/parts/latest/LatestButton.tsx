import { Button, type ButtonProps } from '@fluentui/react-components'
import { useState } from 'react'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import type { LatestDialogProps } from './latest-dialog-props.ts'

const LatestDialog = lazyPart(() => import('./LatestDialog.tsx').then((part) => part.LatestDialog))

interface LatestButtonProps
  extends Omit<LatestDialogProps, 'onClose'>, Pick<ButtonProps, 'appearance' | 'size' | 'aria-label'> {
  children: string
}

/** Opens the dialog that changes what a definition's latest gives. */
export function LatestButton({ children, appearance, size, 'aria-label': label, ...asked }: LatestButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        {...(appearance && { appearance })}
        {...(size && { size })}
        {...(label !== undefined && { 'aria-label': label })}
        onClick={() => setOpen(true)}
      >
        {children}
      </Button>
      {isOpen && <LatestDialog {...asked} onClose={() => setOpen(false)} />}
    </>
  )
}
