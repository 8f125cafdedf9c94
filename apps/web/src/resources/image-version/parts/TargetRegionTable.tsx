import { Button, Checkbox, Input, makeStyles } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { regionDisplayName } from '@portal/disk-encryption'
import {
  expectedStorageOf,
  type ImageVersionPlan,
  type Inventory,
  type Issue,
  type IssuePath,
  type TargetRegion,
} from '@portal/image-version'
import type { ReactElement } from 'react'
import { storageOptions } from '../../../patterns/resource/storage-options.ts'
import { IssueField } from '../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { countFromText } from '../../../ui/count-from-text.ts'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'

const useStyles = makeStyles({ fill: { width: '100%', minWidth: '0' } })

interface Row {
  region: TargetRegion
  index: number
}

interface TargetRegionTableProps {
  /** its defaults are those of an untouched region */
  plan: ImageVersionPlan
  inventory: Inventory
  regions: TargetRegion[]
  /** the field that they are in */
  path: 'targetRegions' | 'addedRegions'
  issues: Issue[]
  texts: { table: string; region: string; replicas: string; excludeFromLatest?: string }
  /** names the region, or has the choice of another one */
  nameField: (row: Row, name: string) => ReactElement
  /** which region can't be removed */
  isFixed?: (row: Row) => boolean
  onChange: (index: number, change: Partial<Omit<TargetRegion, 'name' | 'encryption'>>) => void
  onRemove: (index: number) => void
  onLeave: (path: IssuePath) => void
}

/** Target regions: name, replica count and storage of each; an untouched one follows the defaults. */
export function TargetRegionTable(props: TargetRegionTableProps) {
  const { plan, inventory, regions, issues, texts, isFixed = () => false, onChange, onRemove, onLeave } = props
  const styles = useStyles()
  const t = useWizardTexts().wizard.replication
  const nameOf = ({ region }: Row) => regionDisplayName(inventory, region.name)
  const fieldOf = (index: number, name: keyof TargetRegion) => ({
    issues,
    onLeave,
    stacked: true,
    path: [props.path, index, name],
  })
  // The strategy is shown with its result in this region.
  const defaultStorage = (region: TargetRegion) => {
    const untouched = expectedStorageOf(plan, { ...region, storageAccountType: null }, inventory)
    return { value: 'default' as const, label: t.asDefault(t.storageTypes[untouched]) }
  }
  const latest: Column<Row>[] =
    texts.excludeFromLatest === undefined
      ? []
      : [
          {
            heading: texts.excludeFromLatest,
            cell: ({ region, index }) => (
              <Checkbox
                aria-label={texts.excludeFromLatest}
                checked={region.excludeFromLatest}
                onChange={(_, { checked }) => onChange(index, { excludeFromLatest: checked === true })}
              />
            ),
          },
        ]
  return (
    <DataTable
      label={texts.table}
      rows={regions.map((region, index): Row => ({ region, index }))}
      // A row can have the same region as another for a while, so its index identifies it.
      rowKey={({ index }) => String(index)}
      rowLabel={nameOf}
      columns={[
        {
          heading: texts.region,
          width: latest.length === 0 ? '34%' : '22%',
          cell: (row) => <IssueField {...fieldOf(row.index, 'name')}>{props.nameField(row, nameOf(row))}</IssueField>,
        },
        {
          heading: texts.replicas,
          width: latest.length === 0 ? '22%' : '16%',
          cell: ({ region, index }) => (
            <IssueField {...fieldOf(index, 'regionalReplicaCount')}>
              <Input
                className={styles.fill}
                aria-label={texts.replicas}
                type="number"
                min={1}
                max={100}
                placeholder={plan.replicaCount === null ? '' : t.asDefault(String(plan.replicaCount))}
                value={region.regionalReplicaCount === null ? '' : String(region.regionalReplicaCount)}
                onChange={(_, data) => onChange(index, { regionalReplicaCount: countFromText(data.value) })}
              />
            </IssueField>
          ),
        },
        {
          heading: t.storageAccountType,
          cell: ({ region, index }) => (
            <IssueField {...fieldOf(index, 'storageAccountType')}>
              <Choice
                aria-label={t.storageAccountType}
                value={region.storageAccountType ?? 'default'}
                options={[defaultStorage(region), ...storageOptions(t.storageTypes)]}
                onChoose={(type) => onChange(index, { storageAccountType: type === 'default' ? null : type })}
              />
            </IssueField>
          ),
        },
        ...latest,
        {
          heading: t.action,
          width: '72px',
          cell: (row) =>
            !isFixed(row) && (
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t.removeRegion(nameOf(row))}
                onClick={() => onRemove(row.index)}
              />
            ),
        },
      ]}
    />
  )
}
