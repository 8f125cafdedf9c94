import { diskEncryptionSet } from '@portal/disk-encryption'
import type { browseDiskEncryptionSets, RequestOf } from '@portal/portal-api'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { freshnessOf } from '../../../api/combined-reads.ts'
import { readSet } from '../../../api/disk-encryption-set-facts.ts'
import { keyReadingQuery } from '../../../api/key-health-reads.ts'
import { aMinute, keyOf, type QueryAccount } from '../../../api/read.ts'
import { useRead } from '../../../api/use-read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { diskEncryptionSetPath } from '../../../paths.ts'
import { keyHealthOf, type KeyHealth } from '../../../patterns/key-health/key-health.ts'
import { KeyHealthLabel } from '../../../patterns/key-health/KeyHealthLabel.tsx'
import { usePlaceColumns, type ListColumn, type ListColumns } from '../../../patterns/list/list-column.ts'
import { CellSkeleton } from '../../../patterns/list/ListRow.tsx'
import { useNameColumn } from '../../../patterns/list/NamedRow.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { TwoLines } from '../../../patterns/list/TwoLines.tsx'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { keyAddressOf } from '../parts/surveyed-row.ts'
import type { SetRow } from './checked-rows.ts'

type SetSort = RequestOf<typeof browseDiskEncryptionSets>['sort']

const encryptionTypes = diskEncryptionSet.shape.encryptionType

/** The columns of disk encryption sets; those that were checked are in an order of their own. */
export function useSetColumns(areChecked: boolean): ListColumns<SetRow, SetSort> {
  const named = useNameColumn(diskEncryptionSetPath)
  const { region, resourceGroup } = usePlaceColumns()
  const { sets } = useBrowseTexts()
  const { states } = useWizardTexts().readiness
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const healthText = (row: SetRow) => {
    const health = row.health ?? queryClient.getQueryData(healthQuery(user, row).queryKey)
    return health ? states[health.state] : sets.notChecked
  }
  const [name, ...others]: ListColumns<SetRow, SetSort> = [
    { ...named, width: [226, 2] },
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

/** The health of a set's key, read once its row is in view. */
function KeyHealthCell({ row, isInView }: { row: SetRow; isInView: boolean }) {
  const { health: checked, facts: _, ...set } = row
  const { data, isError } = useRead(healthQuery, row, { enabled: isInView && checked === undefined })
  const health = checked ?? data
  if (health) return <KeyHealthLabel health={health} />
  return isError ? <KeyHealthLabel health={keyHealthOf(set, undefined, '')} /> : <CellSkeleton />
}

/**
 * Of the facts of the row, and its key: one call. What an act of the user has made stale is read from ARM with all its
 * facts, like a set whose row has none: Resource Graph lags behind. Sets in view share their requests.
 */
function healthQuery(user: QueryAccount, { facts, ...row }: SetRow) {
  return queryOptions<KeyHealth>({
    queryKey: [...keyOf(user, 'set-reading'), 'health', row.id],
    staleTime: aMinute,
    queryFn: async (context) => {
      const freshness = freshnessOf(context)
      if (facts === undefined || freshness === 'fresh') {
        const { now, read } = await readSet(row.id, () => freshness)
        return keyHealthOf(row, read?.facts, now)
      }
      const address = keyAddressOf({ facts })
      const reading = address && (await context.client.fetchQuery(keyReadingQuery(user, address)))
      return keyHealthOf(row, { ...facts, key: reading?.key ?? 'unreadable' }, reading?.now ?? '')
    },
  })
}
