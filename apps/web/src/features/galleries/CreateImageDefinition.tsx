import { lazy } from 'react'
import type { CreateImageDefinitionProps } from '../../create-props.ts'
import { useNewGalleryTexts } from '../../i18n/use-new-gallery-texts.ts'
import { CreateResource } from './CreateResource.tsx'

const NewImageDefinitionForm = lazy(() =>
  import('./NewImageDefinitionForm.tsx').then((part) => ({ default: part.NewImageDefinitionForm })),
)

/** Makes an image definition in a gallery. */
export function CreateImageDefinition(props: CreateImageDefinitionProps) {
  const t = useNewGalleryTexts()
  return (
    <CreateResource
      label={t.createDefinition}
      form={(close) => <NewImageDefinitionForm {...props} onClose={close} />}
    />
  )
}
