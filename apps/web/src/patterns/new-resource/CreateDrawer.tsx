import { Button, Text } from '@fluentui/react-components'
import { useRef, type ReactNode } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Drawer } from '../../ui/dialog/Drawer.tsx'
import { DecodedProblem } from '../problem/DecodedProblem.tsx'
import { useNewGalleryTexts } from './texts/use-new-gallery-texts.ts'

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
  function submit() {
    onTry()
    if (!isGood || isSent.current) return // a double click, or Enter and a click
    isSent.current = true
    creating.mutate()
  }
  return (
    <Drawer
      title={title}
      closeLabel={t.close}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button type="submit" appearance="primary" disabledFocusable={creating.isPending}>
            {creating.isPending ? (labels?.submitting ?? t.creating) : (labels?.submit ?? t.create)}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <Text>{intro}</Text>
      {children}
      {creating.isError && <DecodedProblem error={creating.error} />}
    </Drawer>
  )
}
