import { Button } from '@fluentui/react-components'
import { Dialog, type DialogFrameProps } from './Dialog.tsx'

interface Action {
  label: string
  onClick?: () => void
  isDisabled?: boolean
}

interface ConfirmDialogProps extends Omit<DialogFrameProps, 'onClose'> {
  /** the primary one first */
  actions: readonly [Action, ...Action[]]
  /** the user leaves it without an answer */
  onDismiss?: () => void
}

/** Asks or says one thing. */
export function ConfirmDialog({ children, actions, onDismiss, ...frame }: ConfirmDialogProps) {
  return (
    <Dialog
      {...frame}
      onClose={() => onDismiss?.()}
      actions={actions.map(({ label, onClick, isDisabled = false }, index) => (
        <Button
          key={label}
          appearance={index === 0 ? 'primary' : 'secondary'}
          disabledFocusable={isDisabled}
          onClick={onClick}
        >
          {label}
        </Button>
      ))}
    >
      <div>{children}</div>
    </Dialog>
  )
}
