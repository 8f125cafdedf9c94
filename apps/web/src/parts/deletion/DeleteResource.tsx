import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import { useDeletionTexts } from '../../i18n/galleries/use-deletion-texts.ts'
import type { DeletedResource } from './deleted-resource.ts'
import { DeleteDialog } from './DeleteDialog.tsx'

/** The button that deletes a gallery, an image definition or a version, after a dialog that says what goes. */
export function DeleteResource(props: DeletedResource) {
  const t = useDeletionTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<DeleteRegular />} onClick={() => setOpen(true)}>
        {t.delete}
      </Button>
      {isOpen && <DeleteDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
