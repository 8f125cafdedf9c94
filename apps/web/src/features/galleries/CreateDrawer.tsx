import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Text,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useRef, type FormEvent, type ReactNode } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { useNewGalleryTexts } from '../../i18n/galleries/use-new-gallery-texts.ts'
import { DecodedProblem } from '../../parts/problem/DecodedProblem.tsx'
import { useFocusReturn } from '../../ui/dialog/use-focus-return.ts'

const useStyles = makeStyles({
  drawer: { width: '640px', maxWidth: '100vw' },
  form: { display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%' },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, flexGrow: 1 },
})

interface Props {
  title: string
  intro: string
  /** the input is valid */
  isGood: boolean
  /** Create was selected: every issue can be shown from now on */
  onTry: () => void
  create: () => Promise<{ id: string }>
  onCreated: (id: string) => void
  onClose: () => void
  /** of the button; by default for a creation */
  labels?: { submit: string; submitting: string }
  /** the fields */
  children: ReactNode
}

/** A form for something new, sent once; the input stays if Azure refuses it. */
export function CreateDrawer({ title, intro, isGood, onTry, create, onCreated, onClose, labels, children }: Props) {
  const styles = useStyles()
  useFocusReturn()
  const t = useNewGalleryTexts()
  const isSent = useRef(false)
  const creating = useWrite('changeGallery', {
    send: create,
    onError: () => {
      isSent.current = false
    },
    onFresh: ({ id }) => {
      onClose()
      onCreated(id)
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    onTry()
    if (!isGood || isSent.current) return // a double click, or Enter and a click
    isSent.current = true
    creating.mutate()
  }
  return (
    <OverlayDrawer open position="end" className={styles.drawer} onOpenChange={onClose}>
      <form noValidate className={styles.form} onSubmit={submit}>
        <DrawerHeader>
          <DrawerHeaderTitle
            action={<Button appearance="subtle" aria-label={t.close} icon={<DismissRegular />} onClick={onClose} />}
          >
            {title}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody className={styles.body}>
          <Text>{intro}</Text>
          {children}
          {creating.isError && <DecodedProblem error={creating.error} />}
        </DrawerBody>
        <DrawerFooter>
          <Button type="submit" appearance="primary" disabledFocusable={creating.isPending}>
            {creating.isPending ? (labels?.submitting ?? t.creating) : (labels?.submit ?? t.create)}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </DrawerFooter>
      </form>
    </OverlayDrawer>
  )
}
