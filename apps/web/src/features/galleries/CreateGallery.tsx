import type { CreateGalleryProps } from '../../create-props.ts'
import { useNewGalleryTexts } from '../../i18n/use-new-gallery-texts.ts'
import { CreateResource } from './CreateResource.tsx'
import { NewGalleryForm } from './NewGalleryForm.tsx'

/** Makes a gallery. */
export function CreateGallery(props: CreateGalleryProps) {
  const t = useNewGalleryTexts()
  return <CreateResource label={t.createGallery} form={(close) => <NewGalleryForm {...props} onClose={close} />} />
}
