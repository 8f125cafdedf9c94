import { Button } from '@fluentui/react-components'
import { lazy, useState, useTransition } from 'react'
import { useNewGalleryTexts } from '../../../../patterns/new-resource/new-gallery-texts.ts'
import type { ChangeDiskControllersProps } from './ControllersDrawer.tsx'

const ControllersDrawer = lazy(() =>
  import('./ControllersDrawer.tsx').then((part) => ({ default: part.ControllersDrawer })),
)

/** The button that changes the disk controllers of an image definition, and its form. */
export function ChangeDiskControllers(props: ChangeDiskControllersProps) {
  const t = useNewGalleryTexts().controllers
  const [isOpen, setOpen] = useState(false)
  const [, startTransition] = useTransition()
  return (
    <>
      <Button size={props.size ?? 'medium'} onClick={() => startTransition(() => setOpen(true))}>
        {t.change}
      </Button>
      {isOpen && <ControllersDrawer {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
