import { Button, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useChangeTexts } from '../../i18n/change/use-change-texts.ts'
import { DialogFrame, DialogParts } from '../../ui/dialog/Dialog.tsx'
import { RequestText } from '../resource/RequestText.tsx'
import { ChangeFailure } from './ChangeFailure.tsx'

const useStyles = makeStyles({ oneLine: { whiteSpace: 'nowrap' } })

interface ChangeProps {
  /** the label of the button that sends it */
  confirm: string
  /** undefined while it can't be sent */
  onConfirm: (() => void) | undefined
  /** the write, as `useWrite` returns it; without it, what the change needs is still being read */
  write?: { isPending: boolean; error: Error | null }
  /** what to send to somebody who can grant the missing permissions: then the change itself can't be sent */
  rightsRequest?: string | undefined
  onClose: () => void
  /** what is asked of Azure, and what it means */
  children: ReactNode
}

/** The content of a change's dialog: what it does, whether the user may, why it was not done, and its buttons. */
export function Change({ confirm, onConfirm, write, rightsRequest, onClose, children }: ChangeProps) {
  const styles = useStyles()
  const t = useChangeTexts()
  const isSending = write?.isPending === true
  return (
    <DialogParts
      onSubmit={() => {
        if (!isSending) onConfirm?.()
      }}
      actions={
        <>
          {rightsRequest === undefined && (
            <Button
              type="submit"
              appearance="primary"
              className={styles.oneLine}
              disabledFocusable={onConfirm === undefined || isSending}
            >
              {isSending ? t.sending : confirm}
            </Button>
          )}
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      {children}
      {rightsRequest !== undefined && (
        <RequestText intro={t.lacking} request={rightsRequest} copyLabel={t.copyRequest} />
      )}
      {write !== undefined && write.error !== null && <ChangeFailure error={write.error} />}
    </DialogParts>
  )
}

/** The dialog of a change. */
export function ChangeDialog({ title, ...change }: ChangeProps & { title: string }) {
  return (
    <DialogFrame title={title} size="medium" onClose={change.onClose}>
      <Change {...change} />
    </DialogFrame>
  )
}
