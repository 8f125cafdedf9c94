import { diskEncryptionSet } from '@portal/disk-encryption'
import type { browseDiskEncryptionSets, RequestOf } from '@portal/portal-api'
import { useQueryClient } from '@tanstack/react-query'
import { setReadingQuery } from '../../../api/disk-encryption-set-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useTexts } from '../../../i18n/language.ts'
import { diskEncryptionSetPath } from '../../../paths.ts'
import { keyHealthOf } from '../../../patterns/key-health/key-health.ts'
import { KeyHealthLabel } from '../../../patterns/key-health/KeyHealthLabel.tsx'
import { usePlaceColumns, type ListColumn, type ListColumns } from '../../../patterns/list/list-column.ts'
import { CellSkeleton } from '../../../patterns/list/ListRow.tsx'
import { NamedRow } from '../../../patterns/list/NamedRow.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { TwoLines } from '../../../patterns/list/TwoLines.tsx'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import type { SetRow } from './checked-rows.ts'

export type SetSort = RequestOf<typeof browseDiskEncryptionSets>['sort']

const encryptionTypes = diskEncryptionSet.shape.encryptionType

/** The columns of disk encryption sets; those that were checked are in an order of their own. */
export function useSetColumns(areChecked: boolean): ListColumns<SetRow, SetSort> {
  const { galleries } = useTexts()
  const { region, resourceGroup } = usePlaceColumns()
  const { sets } = useBrowseTexts()
  const { states } = useWizardTexts().readiness
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const healthText = (row: SetRow) => {
    const data = queryClient.getQueryData(setReadingQuery(user, { id: row.id }).queryKey)
    const health = row.health ?? (data && keyHealthOf(row, data.read?.facts, data.now))
    return health ? states[health.state] : sets.notChecked
  }
  const [name, ...others]: ListColumns<SetRow, SetSort> = [
    {
      heading: galleries.name,
      sort: 'name',
      width: [226, 2],
      text: (set) => set.name,
      cell: (set) => <NamedRow href={diskEncryptionSetPath(set.id)} name={set.name} state={set.provisioningState} />,
    },
    {
      heading: sets.health,
      width: [190, 1.5],
      text: healthText,
      cell: (row, isInView) => <KeyHealthCell row={row} isInView={isInView} />,
    },
    {
      heading: sets.type,
      sort: 'encryptionType',
      width: [172, 1.2],
      text: (set) => {
        const type = encryptionTypes.safeParse(set.encryptionType)
        return type.success ? sets.types[type.data] : set.encryptionType
      },
    },
    {
      heading: sets.key,
      sort: 'key',
      width: [155, 1.5],
      text: ({ keyVaultName, keyName }) => `${keyVaultName} / ${keyName}`,
      cell: ({ keyVaultName, keyName }) => <TwoLines first={keyVaultName} second={keyName} />,
    },
    {
      heading: sets.rotation,
      sort: 'rotation',
      width: [106, 1],
      goesAs: 2,
      text: ({ rotationToLatestKeyVersionEnabled: isAutomatic }) =>
        sets.rotations[isAutomatic ? 'automatic' : 'manual'],
    },
    { ...region, width: [106, 1], goesAs: 1 },
    { ...resourceGroup, width: [140, 1.2], goesAs: 3 },
  ]
  if (!areChecked) return [name, ...others]
  const unsorted = ({ sort: _, ...column }: ListColumn<SetRow, SetSort>) => column
  return [unsorted(name), ...others.map(unsorted)]
}

const keptMs = 60_000

/** The health of a set's key, read once its row is in view; sets in view share their requests. */
function KeyHealthCell({ row, isInView }: { row: SetRow; isInView: boolean }) {
  const { health, ...set } = row
  const { data, isError } = useRead(
    setReadingQuery,
    { id: row.id },
    { staleTime: keptMs, enabled: isInView && health === undefined },
  )
  if (health) return <KeyHealthLabel health={health} />
  if (data === undefined && !isError) return <CellSkeleton />
  return <KeyHealthLabel health={keyHealthOf(set, data?.read?.facts, data?.now ?? '')} />
}
