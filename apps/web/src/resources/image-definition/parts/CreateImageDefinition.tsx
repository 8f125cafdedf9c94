import type { ButtonProps } from '@fluentui/react-components'
import { lazy } from 'react'
import { CreateResource } from '../../../patterns/new-resource/CreateResource.tsx'
import { useNewGalleryTexts } from '../../../patterns/new-resource/new-gallery-texts.ts'
import type { NewImageDefinitionProps } from './NewImageDefinitionForm.tsx'

const NewImageDefinitionForm = lazy(() =>
  import('./NewImageDefinitionForm.tsx').then((part) => ({ default: part.NewImageDefinitionForm })),
)

type CreateImageDefinitionProps = Omit<NewImageDefinitionProps, 'gallery'> &
  Pick<ButtonProps, 'appearance'> & {
    /** undefined: not known yet */
    gallery: NewImageDefinitionProps['gallery'] | undefined
  }

/** Makes an image definition in a gallery. */
export function CreateImageDefinition({ gallery, appearance = 'secondary', ...props }: CreateImageDefinitionProps) {
  const t = useNewGalleryTexts()
  return (
    <CreateResource
      appearance={appearance}
      label={t.createDefinition}
      isDisabled={gallery === undefined}
      form={(close) => gallery && <NewImageDefinitionForm {...props} gallery={gallery} onClose={close} />}
    />
  )
}
