import { Button, Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { regionDisplayName } from '@portal/disk-encryption'
import { expectedStorageOf, type TargetRegion } from '@portal/image-version'
import { storageOptions } from '../../../../patterns/resource/storage-options.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { countFromText } from '../../../../ui/count-from-text.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useUpdateTexts } from '../../texts/update-texts.ts'
import type { UpdateSectionProps } from '../update-section-props.ts'

const useStyles = makeStyles({
  name: { display: 'block', paddingTop: tokens.spacingVerticalSNudge },
  fill: { width: '100%', minWidth: '0' },
})

interface Row {
  region: TargetRegion
  index: number
}

/** The new regions: replica count and storage of each; an untouched one follows the version's defaults. */
export function AddedRegionTable({ before, draft, inventory, ...field }: UpdateSectionProps) {
  const styles = useStyles()
  const t = useUpdateTexts()
  const { replication } = useWizardTexts().wizard
  const { onEdit } = field
  const nameOf = ({ region }: Row) => regionDisplayName(inventory, region.name)
  const path = (index: number, name: string) => ['addedRegions', index, name]
  const change = (index: number, changed: Partial<Omit<TargetRegion, 'name' | 'encryption'>>) =>
    onEdit({ type: 'changeAddedRegion', index, change: changed })
  const defaultCount = draft.change.replicaCount ?? before.replicaCount ?? 1
  const defaultStorage = (region: TargetRegion) => {
    const untouched = expectedStorageOf(before, { ...region, storageAccountType: null }, inventory)
    return { value: 'default' as const, label: replication.asDefault(replication.storageTypes[untouched]) }
  }
  return (
    <DataTable
      label={t.added.heading}
      rows={draft.change.addedRegions.map((region, index): Row => ({ region, index }))}
      rowKey={({ region }) => region.name}
      rowLabel={nameOf}
      columns={[
        {
          heading: t.regions.region,
          width: '22%',
          cell: (row) => (
            <IssueField {...field} stacked path={path(row.index, 'name')}>
              <span className={styles.name}>{nameOf(row)}</span>
            </IssueField>
          ),
        },
        {
          heading: t.regions.replicas,
          width: '16%',
          cell: ({ region, index }) => (
            <IssueField {...field} stacked path={path(index, 'regionalReplicaCount')}>
              <Input
                className={styles.fill}
                aria-label={t.regions.replicas}
                type="number"
                min={1}
                max={100}
                placeholder={replication.asDefault(String(defaultCount))}
                value={region.regionalReplicaCount === null ? '' : String(region.regionalReplicaCount)}
                onChange={(_, data) => change(index, { regionalReplicaCount: countFromText(data.value) })}
              />
            </IssueField>
          ),
        },
        {
          heading: t.regions.storage,
          cell: ({ region, index }) => (
            <IssueField {...field} stacked path={path(index, 'storageAccountType')}>
              <Choice
                aria-label={t.regions.storage}
                value={region.storageAccountType ?? 'default'}
                options={[defaultStorage(region), ...storageOptions(replication.storageTypes)]}
                onChoose={(type) => change(index, { storageAccountType: type === 'default' ? null : type })}
              />
            </IssueField>
          ),
        },
        {
          heading: t.regions.exclude,
          width: '150px',
          cell: ({ region, index }) => (
            <Checkbox
              aria-label={t.regions.exclude}
              checked={region.excludeFromLatest}
              onChange={(_, { checked }) => change(index, { excludeFromLatest: checked === true })}
            />
          ),
        },
        {
          heading: t.regions.action,
          width: '72px',
          cell: (row) => (
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t.added.drop(nameOf(row))}
              onClick={() => onEdit({ type: 'dropAddedRegion', index: row.index })}
            />
          ),
        },
      ]}
    />
  )
}
