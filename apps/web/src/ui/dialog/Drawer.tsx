import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { FormEvent, ReactNode, Ref } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { useFocusReturn } from './use-focus-return.ts'

const useStyles = makeStyles({
  narrow: { width: '520px', maxWidth: '100%' },
  medium: { width: '640px', maxWidth: '100%' },
  wide: { width: '800px', maxWidth: '100%' },
  form: { display: 'flex', flexDirection: 'column', minHeight: 0, width: '100%', height: '100%' },
  header: { paddingBottom: tokens.spacingVerticalL },
  title: { minWidth: 0, overflowWrap: 'anywhere' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    flexGrow: 1,
    // It scrolls; its parts keep their height.
    '& > *': { flexShrink: 0 },
  },
})

interface DrawerProps {
  title: string
  /** below the title */
  subtitle?: ReactNode
  /** for the focus, where the content changes */
  heading?: Ref<HTMLHeadingElement>
  size?: 'narrow' | 'medium' | 'wide'
  onClose: () => void
  /** its content is a form, and the first button submits it */
  onSubmit?: () => void
  children: ReactNode
  /** buttons, the primary one first; always in view */
  actions?: ReactNode
}

/** A drawer at the end of the page. Mounted only while it is open. */
export function Drawer(props: DrawerProps) {
  const { title, subtitle, heading, size = 'medium', onClose, onSubmit, children, actions } = props
  const styles = useStyles()
  const { close } = useTexts().shell
  useFocusReturn()
  const parts = (
    <>
      <DrawerHeader className={styles.header}>
        <DrawerHeaderTitle
          heading={{ className: styles.title, ...(heading && { ref: heading, tabIndex: -1 }) }}
          action={<Button appearance="subtle" aria-label={close} icon={<DismissRegular />} onClick={onClose} />}
        >
          {title}
        </DrawerHeaderTitle>
        {subtitle}
      </DrawerHeader>
      <DrawerBody className={styles.body}>{children}</DrawerBody>
      {actions !== undefined && <DrawerFooter>{actions}</DrawerFooter>}
    </>
  )
  function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    onSubmit?.()
  }
  return (
    <OverlayDrawer open position="end" className={styles[size]} onOpenChange={onClose}>
      {onSubmit === undefined ? (
        parts
      ) : (
        <form noValidate className={styles.form} onSubmit={submit}>
          {parts}
        </form>
      )}
    </OverlayDrawer>
  )
}
