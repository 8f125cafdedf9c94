import { useFormats } from '../../../../i18n/formats.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { useUsesTexts } from '../../../../patterns/usage/use-uses-texts.ts'
import type { UsesInRegion } from '../../../../patterns/usage/uses-in-total.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'

/** How many machines, scale sets and disks each region has. */
export function UsesByRegion({ regions }: { regions: UsesInRegion[] }) {
  const t = useUsesTexts()
  const { number } = useFormats()
  return (
    <DataTable
      label={t.byRegion}
      rows={regions}
      rowKey={({ location }) => location}
      columns={[
        { heading: t.region, cell: ({ location }) => regionDisplayName(location) },
        { heading: t.latest, cell: ({ latest }) => latest ?? '–' },
        { heading: t.machines, cell: ({ virtualMachine }) => number(virtualMachine) },
        {
          heading: t.scaleSets,
          cell: ({ scaleSet, instances }) =>
            instances === 0 ? number(scaleSet) : `${number(scaleSet)} (${t.instancesOf(instances, number(instances))})`,
        },
        { heading: t.disks, cell: ({ disk }) => number(disk) },
        { heading: t.outdated, cell: ({ outdated }) => number(outdated) },
      ]}
    />
  )
}
