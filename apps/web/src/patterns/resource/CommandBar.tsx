import { OpenRegular, DeleteRegular, KeyRegular, PersonKeyRegular, type FluentIcon } from '@fluentui/react-icons'
import { useState, type ReactNode } from 'react'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useTexts } from '../../i18n/language.ts'
import { keyImpactPath } from '../../paths.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { MoreMenu, type MoreAction } from '../../ui/MoreMenu.tsx'
import { RouteButton } from '../../ui/RouteLink.tsx'
import { shows } from '../../ui/shows.ts'
import { useNarrow } from '../../ui/use-narrow.ts'
import { useAccessTexts } from '../access/access-texts.ts'
import { useAccess } from '../access/use-access.tsx'
import type { DeletedResource } from '../deletion/deleted-resource.ts'
import { useDeletionTexts } from '../deletion/use-deletion-texts.ts'
import { azurePortalUrl } from './azure-portal-url.ts'

const ResourceDeletion = lazyPart(() =>
  import('../deletion/ResourceDeletion.tsx').then((part) => part.ResourceDeletion),
)

interface CommandBarProps {
  /** of the page's resource */
  id: string
  /** the next step by the state of the resource */
  primary?: ReactNode
  /** a page that is often wanted next: in a narrow window, the menu has it */
  secondary?: { name: string; href: string; icon: FluentIcon; mark?: string }
  /** whose keys it leads to: what depends on them */
  keysOf?: Parameters<typeof keyImpactPath>[0]
  /** all others, in the menu */
  actions?: readonly MoreAction[]
  /** what destroys, last in the menu: by default the deletion of a gallery, an image definition or a version */
  dangerous?: readonly MoreAction[]
  deletion?: Omit<DeletedResource, 'id'>
}

/** The commands of a resource's page, in one order: primary, secondary, and the menu with all others. */
export function CommandBar({
  id,
  primary,
  secondary,
  keysOf,
  actions = [],
  dangerous = [],
  deletion,
}: CommandBarProps) {
  const t = useDeletionTexts()
  const { imageVersion, shell } = useTexts()
  const user = useSignedIn()
  const isNarrow = useNarrow()
  const access = useAccess(id)
  const accessTexts = useAccessTexts()
  const [isDeleting, setDeleting] = useState(false)
  const mark = secondary?.mark === undefined ? {} : shows(secondary.mark)
  return (
    <>
      {primary}
      {secondary && !isNarrow && (
        <RouteButton href={secondary.href} {...mark}>
          {secondary.name}
        </RouteButton>
      )}
      <MoreMenu
        {...(isNarrow && mark)}
        actions={[
          ...(secondary && isNarrow ? [secondary] : []),
          ...actions,
          ...(keysOf ? [{ name: shell.views.keyImpact, icon: KeyRegular, href: keyImpactPath(keysOf) }] : []),
          ...(access.open ? [{ name: accessTexts.open, icon: PersonKeyRegular, onSelect: access.open }] : []),
          {
            name: imageVersion.openInAzure,
            icon: OpenRegular,
            url: azurePortalUrl(user, id),
            whyNot: user.configuration.environment === 'azure' ? undefined : shell.notInAzurePortal,
          },
          ...dangerous,
          ...(deletion ? [{ name: t.delete, icon: DeleteRegular, onSelect: () => setDeleting(true) }] : []),
        ]}
      />
      {access.drawer}
      {deletion && isDeleting && <ResourceDeletion id={id} {...deletion} onClose={() => setDeleting(false)} />}
    </>
  )
}
