import { regionDisplayName } from '@portal/disk-encryption'
import { expectedStorageOf, isHomeRegion, replicaCountOf, type DiskKey } from '@portal/image-version'
import { readinessLooks } from '../../../../patterns/key-health/FindingList.tsx'
import { useCheckedSets } from '../../../../patterns/key-health/use-checked-sets.ts'
import { rangesOf } from '../../../../patterns/matrix/disk-groups.ts'
import { useSummaryTexts } from '../../../../patterns/wizard/texts/summary-texts.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import type { TabProps } from '../tabs.ts'
import { reviewedDisks, type ReviewedDisks } from './reviewed-disks.ts'

/** Region by region what encrypts each disk, whether it is ready, and how many copies Azure keeps where. */
export function RegionDisksTable({ plan, inventory }: Pick<TabProps, 'plan' | 'inventory'>) {
  const { wizard: t, readiness } = useWizardTexts()
  const s = useSummaryTexts().review
  const diskNames = useDiskNames()
  const rows = reviewedDisks(plan, inventory)
  const { isChecking } = useCheckedSets([...new Set(rows.flatMap(({ set }) => set?.id ?? []))])
  const twoLines = (first: string, second: string) => (
    <Stack as="span">
      <span>{first}</span>
      {second !== '' && <Quiet size={200}>{second}</Quiet>}
    </Stack>
  )
  const storageOf = ({ region }: ReviewedDisks) =>
    t.replication.storageTypes[expectedStorageOf(plan, region, inventory)]

  return (
    <DataTable
      label={t.review.perRegion}
      columns={[
        {
          heading: t.replication.targetRegion,
          cell: ({ region }) =>
            twoLines(
              regionDisplayName(inventory, region.name),
              isHomeRegion(plan, region) ? t.encryption.sourceRegion : '',
            ),
        },
        { heading: t.review.disks, cell: ({ disks }) => diskNames(disks) },
        {
          heading: t.review.set,
          width: '208px',
          cell: ({ setName, set }) =>
            setName === undefined
              ? t.review.platformKey
              : twoLines(
                  setName === '' ? t.review.notSet : setName,
                  set === undefined ? '' : `${set.keyVaultName} / ${set.keyName}`,
                ),
        },
        {
          heading: s.readiness,
          // As wide before the keys are read as after.
          width: '130px',
          cell: ({ set, state }) =>
            state === undefined ? (
              '–'
            ) : isChecking && set !== undefined && set.facts === undefined ? (
              <StateLabel look="running">{readiness.check.checking}</StateLabel>
            ) : (
              <StateLabel look={readinessLooks[state]}>{readiness.states[state]}</StateLabel>
            ),
        },
        {
          heading: s.replicas,
          cell: (row) => twoLines(String(replicaCountOf(plan, row.region) ?? '–'), storageOf(row)),
        },
      ]}
      rows={rows}
      rowKey={({ key }) => key}
    />
  )
}

/** The names of several disks of a version, for example `OS disk, LUN 0–3`. */
function useDiskNames(): (disks: readonly (DiskKey | 'confidential')[]) => string {
  const t = useWizardTexts().wizard.encryption
  return (disks) => {
    const luns = disks.filter((disk) => typeof disk === 'number')
    return [
      ...(disks.includes('confidential') ? [t.confidentialSet] : []),
      ...(disks.includes('os') ? [t.osDisk] : []),
      ...(luns.length > 0 ? [t.lun(rangesOf(luns))] : []),
    ].join(', ')
  }
}
