import { lazy } from 'react'
import type { CreateGalleryProps } from '../../create-props.ts'
import { useNewGalleryTexts } from '../../i18n/use-new-gallery-texts.ts'
import { CreateResource } from './CreateResource.tsx'

const NewGalleryForm = lazy(() => import('./NewGalleryForm.tsx').then((part) => ({ default: part.NewGalleryForm })))

/** Makes a gallery. */
export function CreateGallery(props: CreateGalleryProps) {
  const t = useNewGalleryTexts()
  return <CreateResource label={t.createGallery} form={(close) => <NewGalleryForm {...props} onClose={close} />} />
}
