import type { ButtonProps } from '@fluentui/react-components'
import { lazy } from 'react'
import { useNewGalleryTexts } from '../../i18n/galleries/use-new-gallery-texts.ts'
import { CreateResource } from './CreateResource.tsx'
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
