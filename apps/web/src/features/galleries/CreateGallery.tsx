import { lazy } from 'react'
import { useNewGalleryTexts } from '../../i18n/galleries/use-new-gallery-texts.ts'
import { CreateResource } from './CreateResource.tsx'
import type { NewGalleryProps } from './NewGalleryForm.tsx'

const NewGalleryForm = lazy(() => import('./NewGalleryForm.tsx').then((part) => ({ default: part.NewGalleryForm })))

/** Makes a gallery. */
export function CreateGallery(props: NewGalleryProps) {
  const t = useNewGalleryTexts()
  return <CreateResource label={t.createGallery} form={(close) => <NewGalleryForm {...props} onClose={close} />} />
}
