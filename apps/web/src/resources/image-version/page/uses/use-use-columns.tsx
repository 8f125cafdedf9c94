import { diskOfVersionVerdict, type SetsOfDisk } from '@portal/image-version'
import type { browseImageVersionUses, ImageVersionUseRow, RequestOf } from '@portal/portal-api'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import type { ListColumns } from '../../../../patterns/list/list-column.ts'
import { useBrowseTexts } from '../../../../patterns/list/texts/use-browse-texts.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { resourceGroupOf } from '../../../../patterns/resource/resource-names.ts'
import { useDiskName } from '../../../../patterns/resource/use-disk-name.ts'
import { useUsesTexts } from '../../../../patterns/usage/use-uses-texts.ts'
import { useRevocationTexts } from '../../texts/use-revocation-texts.ts'
import { UseEncryption } from './UseEncryption.tsx'
import { UseName } from './UseName.tsx'
import { UseVersion } from './UseVersion.tsx'

export type UseSort = RequestOf<typeof browseImageVersionUses>['sort']

/** The columns of what was created from a version with these sets. */
export function useUseColumns(sets: SetsOfDisk[]): ListColumns<ImageVersionUseRow, UseSort> {
  const { galleries } = useTexts()
  const { encryptions } = useBrowseTexts()
  const t = useUsesTexts()
  const { revoked } = useRevocationTexts()
  const { number } = useFormats()
  const diskName = useDiskName()
  const place = ({ disk, managedBy }: ImageVersionUseRow) => {
    if (disk === undefined) return ''
    return managedBy === undefined ? diskName(disk.disk) : t.attached(diskName(disk.disk), resourceLabel(managedBy))
  }
  const versionNote = ({ isOutdated, latest, followsLatest, instances }: ImageVersionUseRow) => {
    if (isOutdated && latest !== undefined && instances === undefined) return t.latestIs(latest)
    if (instances !== undefined) return t.instances(number(instances.ofVersion), number(instances.total))
    return followsLatest ? t.followsLatest : ''
  }
  const verdictOf = ({ disk, location }: ImageVersionUseRow) => {
    const verdict = disk ? diskOfVersionVerdict(sets, { ...disk, location }) : 'no-set'
    return verdict === 'other-set' || verdict === 'platform-key' ? t.verdicts[verdict] : ''
  }
  const joined = (...texts: string[]) => texts.filter((text) => text !== '').join('; ')
  return [
    {
      heading: galleries.name,
      sort: 'name',
      width: [180, 2],
      text: ({ name }) => name,
      cell: (row) => <UseName use={row} note={place(row)} />,
    },
    {
      heading: t.type,
      sort: 'kind',
      width: [120, 1],
      text: (row) => joined(t.kinds[row.kind], place(row)),
      cell: ({ kind }) => t.kinds[kind],
    },
    {
      heading: t.version,
      sort: 'version',
      width: [150, 1.2],
      text: (row) => joined(row.version || '–', row.isRevoked ? revoked : '', versionNote(row)),
      cell: (row) => <UseVersion use={row} note={versionNote(row)} />,
    },
    {
      heading: t.key,
      sort: 'encryption',
      width: [200, 2],
      text: ({ disk, ...row }) =>
        disk === undefined
          ? ''
          : joined(encryptions[disk.encryption], disk.diskEncryptionSetId ?? '', verdictOf({ ...row, disk })),
      cell: (row) => <UseEncryption use={row} verdict={verdictOf(row)} />,
    },
    {
      heading: galleries.region,
      sort: 'location',
      width: [110, 1],
      goesAs: 1,
      text: ({ location }) => regionDisplayName(location),
    },
    { heading: galleries.resourceGroup, width: [130, 1], goesAs: 2, text: ({ id }) => resourceGroupOf(id) },
  ]
}
