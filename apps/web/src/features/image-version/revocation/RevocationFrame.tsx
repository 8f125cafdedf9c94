import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import { useRevocationTexts } from '../../../i18n/revocation/use-revocation-texts.ts'
import { useFocusReturn } from '../../../ui/dialog/use-focus-return.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  title: { overflowWrap: 'anywhere' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  oneLine: { whiteSpace: 'nowrap' },
})

interface RevocationFrameProps {
  title: string
  confirm: string
  /** undefined while it can't be sent */
  onConfirm: (() => void) | undefined
  isSending: boolean
  onClose: () => void
  children: ReactNode
}

/** A dialog that revokes or undoes; mounted only while it is open. */
export function RevocationFrame(props: RevocationFrameProps) {
  const { title, confirm, onConfirm, isSending, onClose, children } = props
  useFocusReturn()
  const styles = useStyles()
  const t = useRevocationTexts().form
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!isSending) onConfirm?.()
  }
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface}>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle className={styles.title}>{title}</DialogTitle>
            <DialogContent className={styles.content}>{children}</DialogContent>
            <DialogActions>
              <Button
                type="submit"
                appearance="primary"
                className={styles.oneLine}
                disabledFocusable={onConfirm === undefined || isSending}
              >
                {isSending ? t.sending : confirm}
              </Button>
              <Button onClick={onClose}>{t.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
