import { lazy } from 'react'
import { useNewGalleryTexts } from '../../i18n/galleries/use-new-gallery-texts.ts'
import { CreateResource } from './CreateResource.tsx'
import type { NewImageDefinitionProps } from './NewImageDefinitionForm.tsx'

const NewImageDefinitionForm = lazy(() =>
  import('./NewImageDefinitionForm.tsx').then((part) => ({ default: part.NewImageDefinitionForm })),
)

/** Makes an image definition in a gallery. */
export function CreateImageDefinition(props: NewImageDefinitionProps) {
  const t = useNewGalleryTexts()
  return (
    <CreateResource
      label={t.createDefinition}
      form={(close) => <NewImageDefinitionForm {...props} onClose={close} />}
    />
  )
}
