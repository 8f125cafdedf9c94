import type { browseDisks, DiskRow, RequestOf } from '@portal/portal-api'
import { useDiskListTexts } from '../../../i18n/estate/use-disk-list-texts.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useBrowseTexts } from '../../../i18n/galleries/use-browse-texts.ts'
import { useTexts } from '../../../i18n/language.ts'
import type { ListColumns } from '../../../parts/resource-list/list-column.ts'
import { TwoLines } from '../../../parts/resource-list/TwoLines.tsx'
import { EncryptionLabel } from '../../../parts/resource/EncryptionLabel.tsx'
import { regionDisplayName } from '../../../parts/resource/region-display-name.ts'
import { resourceLabel } from '../../../parts/resource/resource-label.ts'
import { resourceGroupOf } from '../../../parts/resource/resource-names.ts'
import { diskEncryptionSetPath, imageVersionPath, virtualMachinePath } from '../../../paths.ts'
import { RouteLink } from '../../../ui/RouteLink.tsx'

export type DiskSort = RequestOf<typeof browseDisks>['sort']

/** The columns of disks. */
export function useDiskColumns(): ListColumns<DiskRow, DiskSort> {
  const t = useDiskListTexts()
  const { galleries } = useTexts()
  const { ofDefinition, encryptions } = useBrowseTexts()
  const { date } = useFormats()
  return [
    {
      heading: galleries.name,
      sort: 'name',
      width: [164, 1.6],
      text: ({ name }) => name,
      cell: ({ id, name }) => <TwoLines first={name} second={resourceGroupOf(id)} />,
    },
    {
      heading: ofDefinition.encryption,
      sort: 'encryption',
      width: [222, 1.2],
      text: ({ encryption }) => encryptions[encryption],
      cell: ({ encryption }) => <EncryptionLabel encryption={encryption} />,
    },
    {
      heading: t.set,
      sort: 'set',
      width: [190, 1.5],
      text: ({ diskEncryptionSetId: id }) => nameOf(id),
      cell: ({ diskEncryptionSetId: id }) =>
        id === undefined ? '–' : <RouteLink href={diskEncryptionSetPath(id)}>{resourceLabel(id)}</RouteLink>,
    },
    {
      heading: t.machine,
      sort: 'machine',
      width: [150, 1.2],
      text: ({ managedBy: id }) => machineName(id),
      cell: ({ managedBy: id }) =>
        // An instance of a uniform scale set has no page.
        id !== undefined && /\/providers\/Microsoft\.Compute\/virtualMachines\/[^/]+$/i.test(id) ? (
          <RouteLink href={virtualMachinePath(id)}>{resourceLabel(id)}</RouteLink>
        ) : (
          machineName(id)
        ),
    },
    {
      heading: t.version,
      sort: 'image',
      width: [150, 1.2],
      text: ({ imageVersionId: id }) => resourceLabel(id),
      cell: ({ imageVersionId: id }) =>
        id.includes('/versions/') ? (
          <RouteLink href={imageVersionPath(id)}>{resourceLabel(id)}</RouteLink>
        ) : (
          resourceLabel(id)
        ),
    },
    {
      heading: t.created,
      sort: 'timeCreated',
      width: [110, 0.8],
      goesAs: 2,
      text: ({ timeCreated }) => (timeCreated === undefined ? '–' : date(timeCreated)),
    },
    {
      heading: galleries.region,
      sort: 'location',
      width: [110, 1],
      goesAs: 1,
      text: ({ location }) => regionDisplayName(location),
    },
  ]
}

function nameOf(id: string | undefined): string {
  return id === undefined ? '–' : resourceLabel(id)
}

// An instance has a number alone: with its scale set.
function machineName(id: string | undefined): string {
  const [, scaleSet, instance] = /\/virtualMachineScaleSets\/([^/]+)\/virtualMachines\/([^/]+)$/i.exec(id ?? '') ?? []
  return scaleSet === undefined ? nameOf(id) : `${scaleSet} ${instance}`
}
