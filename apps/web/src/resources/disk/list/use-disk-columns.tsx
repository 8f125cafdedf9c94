import type { browseDisks, DiskRow, RequestOf } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { useTexts } from '../../../i18n/language.ts'
import { diskEncryptionSetPath, imageVersionPath, virtualMachinePath } from '../../../paths.ts'
import type { ListColumns } from '../../../patterns/list/list-column.ts'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { TwoLines } from '../../../patterns/list/TwoLines.tsx'
import { EncryptionLabel } from '../../../patterns/resource/EncryptionLabel.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { resourceGroupOf } from '../../../patterns/resource/resource-names.ts'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { useDiskListTexts } from './disk-list-texts.ts'

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
