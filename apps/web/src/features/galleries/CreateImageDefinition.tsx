import type { CreateImageDefinitionProps } from '../../create-props.ts'
import { useNewGalleryTexts } from '../../i18n/use-new-gallery-texts.ts'
import { CreateResource } from './CreateResource.tsx'
import { NewImageDefinitionForm } from './NewImageDefinitionForm.tsx'

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
