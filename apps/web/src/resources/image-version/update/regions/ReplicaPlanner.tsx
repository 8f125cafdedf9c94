import { Button, Input, makeStyles, Text } from '@fluentui/react-components'
import { regionDisplayName } from '@portal/disk-encryption'
import { replicaCountOf, type StoredVersion, type TargetRegion } from '@portal/image-version'
import { plannedReplicas, type ConcurrentStarts } from '@portal/version-update'
import { useState } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { countFromText } from '../../../../ui/count-from-text.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useUpdateTexts } from '../../texts/update-texts.ts'
import type { UpdateSectionProps } from '../update-section-props.ts'

const useStyles = makeStyles({ table: { width: '100%' } })

type Asked = Record<string, Pick<ConcurrentStarts, 'machinesAtOnce' | 'scaleSetsAtOnce'>>

/** From the machines that start at once to the replicas that each region needs. */
export function ReplicaPlanner({ before, draft, inventory, onEdit }: UpdateSectionProps) {
  const styles = useStyles()
  const { planner: t, regions } = useUpdateTexts()
  const { number, gigabytes } = useFormats()
  const [asked, ask] = useState<Asked>({})
  const { removedRegions, addedRegions, changedRegions } = draft.change
  const there = before.targetRegions.filter(({ name }) => !removedRegions.includes(name))
  const starts = [...there, ...addedRegions].map(({ name }): ConcurrentStarts => ({
    name,
    ...(asked[name] ?? { machinesAtOnce: 0, scaleSetsAtOnce: 0 }),
  }))
  const isPlanned = ({ name }: { name: string }) => asked[name] !== undefined
  const size = sizeInGB(draft.base.version)
  const planned = plannedReplicas(starts.filter(isPlanned))
  const plannedIn = (name: string) => planned.find((region) => region.name === name)
  // Of a region for which nothing is planned, the count stays.
  const countOf = (region: TargetRegion) =>
    plannedIn(region.name)?.replicas ??
    changedRegions.find(({ name }) => name === region.name)?.regionalReplicaCount ??
    replicaCountOf(before, region) ??
    1
  const counts = new Map([...there, ...addedRegions].map((region) => [region.name, countOf(region)]))
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  function applyCounts() {
    for (const { name, replicas } of planned) {
      const index = addedRegions.findIndex((region) => region.name === name)
      const stored = there.find((region) => region.name === name)
      if (stored === undefined) onEdit({ type: 'changeAddedRegion', index, change: { regionalReplicaCount: replicas } })
      else {
        const isAsItIs = replicaCountOf(before, stored) === replicas
        onEdit({ type: 'changeRegion', name, change: { regionalReplicaCount: isAsItIs ? null : replicas } })
      }
    }
  }
  const countField = (
    { name, machinesAtOnce, scaleSetsAtOnce }: ConcurrentStarts,
    [field, label]: ['machinesAtOnce' | 'scaleSetsAtOnce', (region: string) => string],
  ) => (
    <Input
      type="number"
      min={0}
      input={{ style: { minWidth: '0', width: '72px' } }}
      aria-label={label(regionDisplayName(inventory, name))}
      value={asked[name] === undefined ? '' : String(asked[name][field])}
      placeholder="0"
      onChange={(_, { value }) =>
        ask({
          ...asked,
          [name]: { machinesAtOnce, scaleSetsAtOnce, [field]: Math.max(Math.trunc(countFromText(value) ?? 0), 0) },
        })
      }
    />
  )
  return (
    <Section title={t.heading} description={t.intro}>
      <details>
        <summary>{t.open}</summary>
        <Stack gap="M" align="start">
          <div className={styles.table}>
            <DataTable
              label={t.heading}
              rows={starts}
              rowKey={({ name }) => name}
              columns={[
                { heading: regions.region, cell: ({ name }) => regionDisplayName(inventory, name) },
                { heading: t.machines, cell: (start) => countField(start, ['machinesAtOnce', t.machinesIn]) },
                { heading: t.scaleSets, cell: (start) => countField(start, ['scaleSetsAtOnce', t.scaleSetsIn]) },
                {
                  heading: t.replicas,
                  cell: ({ name }) => {
                    const count = counts.get(name) ?? 1
                    const wanted = plannedIn(name)?.wanted ?? 0
                    return wanted > count ? t.atMost(number(count), number(wanted)) : number(count)
                  },
                },
              ]}
            />
          </div>
          <Text role="status">{t.total(total, size === undefined ? '' : gigabytes(total * size))}</Text>
          <Button onClick={applyCounts}>{t.use}</Button>
        </Stack>
      </details>
    </Section>
  )
}

// For one copy, if Azure returns the size of each of its disks.
function sizeInGB({ properties }: StoredVersion): number | undefined {
  const { osDiskImage, dataDiskImages = [] } = properties.storageProfile
  const sizes = [osDiskImage?.sizeInGB, ...dataDiskImages.map((disk) => disk.sizeInGB)]
  const known = sizes.filter((size) => size !== undefined)
  return known.length < sizes.length ? undefined : known.reduce((sum, size) => sum + size, 0)
}
