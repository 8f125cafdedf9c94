import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { CloseButton, DialogFrame, DialogParts, type DialogFrameProps } from '../../ui/dialog/Dialog.tsx'
import { Drawer } from '../../ui/dialog/Drawer.tsx'
import { Message } from '../../ui/Message.tsx'
import { DecodedProblem } from '../problem/DecodedProblem.tsx'
import { failureOf } from '../problem/failure.ts'
import { regionDisplayName } from '../resource/region-display-name.ts'
import { ResponseLost } from './at-most-once.ts'
import { useChangeTexts } from './change-texts.ts'
import { RequestText } from './RequestText.tsx'

const useStyles = makeStyles({
  oneLine: { whiteSpace: 'nowrap' },
  // Fluent has no button for what destroys.
  deletes: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ':hover:active': { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
})

interface ChangeProps {
  /** the label of the button that sends it */
  confirm: string
  /** undefined while it can't be sent */
  onConfirm: (() => void) | undefined
  /** the write, as `useWrite` returns it; without it, what the change needs is still being read */
  write?: { isPending: boolean; error: Error | null }
  /** false: the state of what it is about prevents it, and there is nothing to send */
  isPossible?: boolean
  /** what to send to somebody who can grant the missing permissions: then the change itself can't be sent */
  rightsRequest?: string | undefined
  /** it deletes something, for good if its name (or number) is to be typed first */
  deletes?: boolean | { name: string; label?: string; mismatch?: string }
  onClose: () => void
  /** what is asked of Azure, and what it means */
  children: ReactNode
}

/** What the change does, whether the user may, why it was not done, and its buttons. */
function useChangeParts(change: ChangeProps) {
  const { confirm, onConfirm, write, isPossible = true, rightsRequest, deletes = false, onClose, children } = change
  const styles = useStyles()
  const t = useChangeTexts()
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const isSubmitted = useRef(false)
  const isSending = write?.isPending === true
  const isOffered = isPossible && rightsRequest === undefined
  const toType = isOffered && typeof deletes === 'object' ? deletes : undefined
  const isTyped = toType === undefined || typed.trim() === toType.name
  return {
    onSubmit: () => {
      setTried(true)
      // A double click, or Enter and a click, before the write shows that it is pending.
      if (!isOffered || !isTyped || isSending || isSubmitted.current) return
      isSubmitted.current = true
      setTimeout(() => (isSubmitted.current = false))
      onConfirm?.()
    },
    actions: (
      <>
        {isOffered && (
          <Button
            type="submit"
            appearance="primary"
            className={mergeClasses(styles.oneLine, deletes !== false && !isSending && styles.deletes)}
            disabledFocusable={onConfirm === undefined || isSending}
          >
            {isSending ? t.sending : confirm}
          </Button>
        )}
        {isPossible ? <Button onClick={onClose}>{t.cancel}</Button> : <CloseButton onClick={onClose} />}
      </>
    ),
    children: (
      <>
        {children}
        {toType !== undefined && (
          <Field
            label={toType.label ?? t.typeName(toType.name)}
            required
            validationMessage={isTried && !isTyped ? (toType.mismatch ?? t.nameDiffers(toType.name)) : null}
          >
            <Input value={typed} autoComplete="off" spellCheck={false} onChange={(_, { value }) => setTyped(value)} />
          </Field>
        )}
        {rightsRequest !== undefined && <RequestText intro={t.lacking} request={rightsRequest} />}
        {write !== undefined && write.error !== null && <ChangeFailure error={write.error} />}
      </>
    ),
  }
}

/** The content of a change's dialog. */
export function Change(change: ChangeProps) {
  return <DialogParts {...useChangeParts(change)} />
}

/** The dialog of a change. */
export function ChangeDialog({
  title,
  size = 'medium',
  ...change
}: ChangeProps & Pick<DialogFrameProps, 'title' | 'size'>) {
  return (
    <DialogFrame title={title} size={size} onClose={change.onClose}>
      <Change {...change} />
    </DialogFrame>
  )
}

/** The drawer of a change that has a form. */
export function ChangeDrawer({ title, ...change }: ChangeProps & { title: string }) {
  return <Drawer title={title} onClose={change.onClose} {...useChangeParts(change)} />
}

/** Why a change is not done, in view as soon as it is known. */
function ChangeFailure({ error }: { error: unknown }) {
  const show = useCallback((message: HTMLDivElement | null) => message?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div ref={show}>
      <Reason error={error} />
    </div>
  )
}

function Reason({ error }: { error: unknown }) {
  const t = useChangeTexts().failure
  const codeText = useCodeText()
  if (error instanceof ResponseLost) return <Message intent="warning">{t[error.outcome]}</Message>
  const { code, problem } = failureOf(error)
  if (code === 'ImageVersionChanged') return <Message intent="error">{t.changed}</Message>
  const issues = (problem?.issues ?? []).filter(({ severity }) => severity === 'error')
  if (issues.length === 0) return <DecodedProblem error={error} />
  const texts = issues.map(({ params: { region, ...params }, ...issue }) =>
    codeText({
      ...issue,
      params: { ...params, ...(region !== undefined && { region: regionDisplayName(String(region)) }) },
    }),
  )
  return (
    <Message intent="error" title={t.rejected}>
      {texts.join(' ')}
    </Message>
  )
}
