import type { ButtonProps } from '@fluentui/react-components'
import { lazy } from 'react'
import { CreateResource } from '../../../patterns/new-resource/CreateResource.tsx'
import { useNewGalleryTexts } from '../../../patterns/new-resource/new-gallery-texts.ts'
import type { NewGalleryProps } from './NewGalleryForm.tsx'

const NewGalleryForm = lazy(() => import('./NewGalleryForm.tsx').then((part) => ({ default: part.NewGalleryForm })))

/** Makes a gallery. */
export function CreateGallery({
  appearance = 'secondary',
  ...props
}: NewGalleryProps & Pick<ButtonProps, 'appearance'>) {
  const t = useNewGalleryTexts()
  return (
    <CreateResource
      appearance={appearance}
      label={t.createGallery}
      form={(close) => <NewGalleryForm {...props} onClose={close} />}
    />
  )
}
