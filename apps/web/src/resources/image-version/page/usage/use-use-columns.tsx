import { makeStyles, tokens } from '@fluentui/react-components'
import { diskOfVersionVerdict, type SetsOfDisk } from '@portal/image-version'
import type { browseImageVersionUses, ImageVersionUseRow, RequestOf } from '@portal/portal-api'
import type { ReactNode } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { virtualMachinePath } from '../../../../paths.ts'
import { usePlaceColumns, type ListColumns } from '../../../../patterns/list/list-column.ts'
import { useBrowseTexts } from '../../../../patterns/list/texts/browse-texts.ts'
import { AzurePortalLink } from '../../../../patterns/resource/AzurePortalLink.tsx'
import { EncryptionLabel } from '../../../../patterns/resource/EncryptionLabel.tsx'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { resourceGroupOf } from '../../../../patterns/resource/resource-names.ts'
import { SetLink } from '../../../../patterns/resource/SetLink.tsx'
import { useDiskName } from '../../../../patterns/resource/use-disk-name.ts'
import { useUsesTexts } from '../../../../patterns/usage/uses-texts.ts'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useRevocationTexts } from '../../texts/revocation-texts.ts'

export type UseSort = RequestOf<typeof browseImageVersionUses>['sort']

/** The columns of what was created from a version with these sets. */
export function useUseColumns(sets: SetsOfDisk[]): ListColumns<ImageVersionUseRow, UseSort> {
  const { galleries } = useTexts()
  const { region } = usePlaceColumns()
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
    { ...region, width: [110, 1], goesAs: 1 },
    { heading: galleries.resourceGroup, width: [130, 1], goesAs: 2, text: ({ id }) => resourceGroupOf(id) },
  ]
}

/** The name of what was created from a version: to its page, in Azure's portal if this one has none. */
function UseName({ use: { id, kind, name }, note }: { use: ImageVersionUseRow; note: string }) {
  return (
    <>
      {kind === 'virtualMachine' ? (
        <RouteLink href={virtualMachinePath(id)}>{name}</RouteLink>
      ) : (
        <AzurePortalLink id={id}>{name}</AzurePortalLink>
      )}
      {note !== '' && <UseNote>{note}</UseNote>}
    </>
  )
}

/** The version that something was created from, and what to know about it. */
function UseVersion({ use, note }: { use: ImageVersionUseRow; note: string }) {
  const { version, isOutdated, isRevoked } = use
  const { revoked } = useRevocationTexts()
  return (
    <>
      {version || '–'}
      {isRevoked && (
        <UseNote>
          <StateLabel look="warning">{revoked}</StateLabel>
        </UseNote>
      )}
      {note !== '' && <UseNote>{isOutdated ? <StateLabel look="warning">{note}</StateLabel> : note}</UseNote>}
    </>
  )
}

interface UseEncryptionProps {
  use: ImageVersionUseRow
  /** how its key differs from the version's; '' if it does not */
  verdict: string
}

/** What encrypts a disk; a machine's disks have rows of their own. */
function UseEncryption({ use: { disk }, verdict }: UseEncryptionProps) {
  const { encryptions } = useBrowseTexts()
  if (disk === undefined) return <>–</>
  const { encryption, diskEncryptionSetId: setId } = disk
  return (
    <>
      {verdict === '' ? <EncryptionLabel encryption={encryption} /> : <StateLabel look="warning">{verdict}</StateLabel>}
      <UseNote>{setId === undefined ? verdict !== '' && encryptions[encryption] : <SetLink id={setId} />}</UseNote>
    </>
  )
}

const useStyles = makeStyles({
  note: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
})

/** The second line of a cell, in a quieter colour. */
function UseNote({ children }: { children: ReactNode }) {
  const styles = useStyles()
  return <span className={styles.note}>{children}</span>
}
