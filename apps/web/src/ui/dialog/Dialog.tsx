import {
  Button,
  Dialog as FluentDialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
  useFocusFinders,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { useFocusReturn } from './use-focus-return.ts'

const useStyles = makeStyles({
  small: {},
  medium: { maxWidth: '760px' },
  large: { maxWidth: '960px', width: 'calc(100vw - 32px)' },
  picture: { maxWidth: 'min(1330px, calc(100vw - 32px))', width: 'fit-content' },
  title: { overflowWrap: 'anywhere' },
  // Its parts are laid out as those of the dialog.
  form: { display: 'contents' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    minWidth: 0,
    // It scrolls; a message would shrink below its text.
    '& > *': { flexShrink: 0 },
  },
  tall: { minHeight: 'min(560px, 100vh - 200px)' },
})

export interface DialogFrameProps {
  title: string
  size?: 'small' | 'medium' | 'large' | 'picture'
  /** a click outside does not close it */
  isAlert?: boolean
  onClose: () => void
  /** with a cross beside the title */
  hasCross?: boolean
  children: ReactNode
}

/** A dialog without its content. Mounted only while it is open: a closed dialog keeps focus traps on the page. */
export function DialogFrame(props: DialogFrameProps) {
  const { title, size = 'small', isAlert = false, onClose, hasCross = false, children } = props
  const styles = useStyles()
  const { close } = useTexts().shell
  useFocusReturn()
  return (
    <FluentDialog open modalType={isAlert ? 'alert' : 'modal'} onOpenChange={onClose}>
      <DialogSurface className={styles[size]}>
        <DialogBody>
          <DialogTitle
            className={styles.title}
            action={
              hasCross ? (
                <Button appearance="subtle" aria-label={close} icon={<DismissRegular />} onClick={onClose} />
              ) : null
            }
          >
            {title}
          </DialogTitle>
          {children}
        </DialogBody>
      </DialogSurface>
    </FluentDialog>
  )
}

interface DialogPartsProps {
  children: ReactNode
  /** buttons, the primary one first */
  actions?: ReactNode
  /** of the content */
  className?: string | undefined
  /** nothing in it takes the focus: the arrow keys scroll it all the same */
  isText?: boolean
  /** as high before its content is read as after */
  isTall?: boolean
  /** it is a form, and its first button submits it */
  onSubmit?: (() => void) | undefined
}

/** The content of a dialog and its buttons. */
export function DialogParts(props: DialogPartsProps) {
  const { children, actions, className, isText = false, isTall = false, onSubmit } = props
  const styles = useStyles()
  const { findFirstFocusable } = useFocusFinders()
  const content = useRef<HTMLElement>(null)
  // In place of what was shown while it was read: the focus has gone with that, and Escape would not close the dialog.
  useEffect(() => {
    const surface = content.current?.closest<HTMLElement>('[role$=dialog]')
    if (surface && !surface.contains(document.activeElement)) findFirstFocusable(surface)?.focus()
  }, [findFirstFocusable])
  const parts = (
    <>
      <DialogContent
        ref={(element: HTMLElement | null) => {
          content.current = element
        }}
        className={mergeClasses(styles.content, isTall && styles.tall, className)}
        {...(isText && { tabIndex: 0 })}
      >
        {children}
      </DialogContent>
      {actions !== undefined && <DialogActions>{actions}</DialogActions>}
    </>
  )
  function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    onSubmit?.()
  }
  if (onSubmit === undefined) return parts
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      {parts}
    </form>
  )
}

/** Leaves a dialog or a drawer in which nothing is left to decide. */
export function CloseButton({ onClick }: { onClick: () => void }) {
  return <Button onClick={onClick}>{useTexts().shell.close}</Button>
}

/** Title, content and buttons. */
export function Dialog(props: DialogFrameProps & DialogPartsProps) {
  const { children, actions, className, isText = false, isTall = false, onSubmit, ...frame } = props
  return (
    <DialogFrame {...frame}>
      <DialogParts {...{ actions, className, isText, isTall, onSubmit }}>{children}</DialogParts>
    </DialogFrame>
  )
}
