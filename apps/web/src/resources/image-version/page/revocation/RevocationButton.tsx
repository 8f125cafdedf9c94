import { Button, type ButtonProps } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'

const RevokeDialog = lazy(() => import('./RevokeDialog.tsx').then((part) => ({ default: part.RevokeDialog })))
const UndoDialog = lazy(() => import('./UndoDialog.tsx').then((part) => ({ default: part.UndoDialog })))

interface RevocationButtonProps extends Pick<ButtonProps, 'appearance' | 'aria-label' | 'disabledFocusable'> {
  /** of the version */
  id: string
  act: 'revoke' | 'undo'
  children: string
}

/** Opens the dialog that revokes a version, changes its revocation, or undoes it. */
export function RevocationButton({ id, act, children, ...look }: RevocationButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const ActDialog = act === 'revoke' ? RevokeDialog : UndoDialog
  return (
    <>
      <Button {...look} onClick={() => setOpen(true)}>
        {children}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ActDialog id={id} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
