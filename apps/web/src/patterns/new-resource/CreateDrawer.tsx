import { Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { ChangeDrawer } from '../change/ChangeDialog.tsx'
import { useNewGalleryTexts } from './new-gallery-texts.ts'

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
  /** the label of the button; by default for a creation */
  confirm?: string
  /** the fields */
  children: ReactNode
}

/** A form for something new, sent once; the input stays if Azure refuses it. */
export function CreateDrawer({ title, intro, isGood, onTry, create, onCreated, onClose, confirm, children }: Props) {
  const t = useNewGalleryTexts()
  const creating = useWrite('changeGallery', {
    send: create,
    onFresh: ({ id }) => {
      onClose()
      onCreated(id)
    },
  })
  function submit() {
    onTry()
    if (isGood) creating.mutate()
  }
  return (
    <ChangeDrawer title={title} confirm={confirm ?? t.create} onConfirm={submit} write={creating} onClose={onClose}>
      <Text>{intro}</Text>
      {children}
    </ChangeDrawer>
  )
}
