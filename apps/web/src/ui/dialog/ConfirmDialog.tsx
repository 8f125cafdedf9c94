import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useFocusReturn } from './use-focus-return.ts'

interface Action {
  label: string
  onClick?: () => void
  isDisabled?: boolean
}

interface ConfirmDialogProps {
  title: string
  /** the message */
  children: ReactNode
  /** the primary one first */
  actions: readonly [Action, ...Action[]]
  /** the user leaves it without an answer */
  onDismiss?: () => void
  /** a click outside does not dismiss it */
  isAlert?: boolean
}

/** Asks or says one thing. Mounted only while it is open: a closed dialog keeps focus traps on the page. */
export function ConfirmDialog({ title, children, actions, onDismiss, isAlert = false }: ConfirmDialogProps) {
  useFocusReturn()
  const [primary, ...others] = actions
  return (
    <Dialog open modalType={isAlert ? 'alert' : 'modal'} onOpenChange={() => onDismiss?.()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={primary.isDisabled === true} onClick={primary.onClick}>
              {primary.label}
            </Button>
            {others.map(({ label, onClick }) => (
              <Button key={label} onClick={onClick}>
                {label}
              </Button>
            ))}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
