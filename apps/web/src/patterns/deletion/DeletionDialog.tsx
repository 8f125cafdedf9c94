import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { Dialog } from '../../ui/dialog/Dialog.tsx'

const useStyles = makeStyles({
  content: { rowGap: tokens.spacingVerticalL },
  oneLine: { whiteSpace: 'nowrap' },
  // Fluent has no button for what destroys.
  delete: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ':hover:active': { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
})

interface DeletionDialogProps {
  title: string
  /** whether it can be deleted now: otherwise, the only button cancels */
  isPossible: boolean
  isDeleting: boolean
  /** a permanent deletion is confirmed by name */
  confirmation?: { name: string; label: string; mismatch: string } | undefined
  deleteLabel: string
  closeLabel: string
  onDelete: () => void
  onClose: () => void
  /** what is deleted, or what prevents it */
  children: ReactNode
  /** its outcome, below the name */
  problem?: ReactNode
}

/** Asks before something is deleted. */
export function DeletionDialog(props: DeletionDialogProps) {
  const { title, isPossible, isDeleting, confirmation, deleteLabel, closeLabel, onDelete, onClose } = props
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const [hasTried, setTried] = useState(false)
  const isConfirmed = confirmation === undefined || typed.trim() === confirmation.name

  function submit() {
    setTried(true)
    if (isPossible && isConfirmed && !isDeleting) onDelete()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={submit}
      className={styles.content}
      actions={
        <>
          {isPossible && (
            <Button
              type="submit"
              appearance="primary"
              className={mergeClasses(styles.oneLine, !isDeleting && styles.delete)}
              disabledFocusable={isDeleting}
            >
              {deleteLabel}
            </Button>
          )}
          <Button onClick={onClose}>{closeLabel}</Button>
        </>
      }
    >
      {props.children}
      {isPossible && confirmation && (
        <Field
          label={confirmation.label}
          required
          validationMessage={hasTried && !isConfirmed ? confirmation.mismatch : null}
        >
          <Input value={typed} autoComplete="off" spellCheck={false} onChange={(_, { value }) => setTyped(value)} />
        </Field>
      )}
      {props.problem}
    </Dialog>
  )
}
