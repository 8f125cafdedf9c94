import { DeleteRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import { useDeletionTexts } from '../../i18n/galleries/use-deletion-texts.ts'
import { MoreMenu, type MoreAction } from '../../ui/MoreMenu.tsx'
import type { DeletedResource } from './deleted-resource.ts'

const ResourceDeletion = lazy(() =>
  import('./ResourceDeletion.tsx').then((part) => ({ default: part.ResourceDeletion })),
)

interface DeletionMenuProps extends DeletedResource {
  /** above the deletion */
  actions?: readonly MoreAction[]
}

/** The further actions on a gallery, an image definition or a version; the last one deletes it. */
export function DeletionMenu({ actions = [], ...resource }: DeletionMenuProps) {
  const t = useDeletionTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <MoreMenu actions={[...actions, { name: t.delete, icon: DeleteRegular, onSelect: () => setOpen(true) }]} />
      {isOpen && (
        <Suspense fallback={null}>
          <ResourceDeletion {...resource} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
