import { Button, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { regionDisplayName } from '@portal/disk-encryption'
import { expectedStorageOf, type TargetRegion } from '@portal/image-version'
import { regionGroups } from '../../../../patterns/regions/region-groups.ts'
import { useRegionsTexts } from '../../../../patterns/regions/regions-texts.ts'
import { storageOptions } from '../../../../patterns/resource/storage-options.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { countFromText } from '../../../../ui/count-from-text.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import type { TabProps } from '../tabs.ts'

const useStyles = makeStyles({
  home: { display: 'flex', flexDirection: 'column', fontWeight: tokens.fontWeightRegular },
  homeNote: { color: tokens.colorNeutralForeground3 },
  fill: { width: '100%', minWidth: '0' },
})

interface Row {
  region: TargetRegion
  index: number
}

/** The target regions: name, replica count and storage of each; an untouched one follows the defaults. */
export function TargetRegionTable({ plan, inventory, issues, onEdit, onLeave }: TabProps) {
  const styles = useStyles()
  const t = useWizardTexts().wizard.replication
  const regionsTexts = useRegionsTexts()
  const nameOf = ({ region }: Row) => regionDisplayName(inventory, region.name)
  const isHome = ({ region, index }: Row) => index === 0 && region.name === plan.location
  const field = { issues, onLeave, stacked: true }
  const change = (index: number, changed: Partial<Omit<TargetRegion, 'encryption'>>) =>
    onEdit({ type: 'changeTargetRegion', index, change: changed })
  const candidates = regionGroups(inventory.regions, regionsTexts, { near: plan.location }).flatMap(
    ({ label, regions }) => regions.map(({ name, displayName }) => ({ value: name, label: displayName, group: label })),
  )
  // The strategy is shown with its result in this region.
  const defaultStorage = (region: TargetRegion) => {
    const untouched = expectedStorageOf(plan, { ...region, storageAccountType: null }, inventory)
    return { value: 'default' as const, label: t.asDefault(t.storageTypes[untouched]) }
  }

  return (
    <DataTable
      label={t.targetRegions}
      rows={plan.targetRegions.map((region, index): Row => ({ region, index }))}
      // A row can have the same region as another for a while, so its index identifies it.
      rowKey={({ index }) => String(index)}
      rowLabel={nameOf}
      columns={[
        {
          heading: t.targetRegion,
          width: '34%',
          cell: (row) => (
            <IssueField {...field} path={['targetRegions', row.index, 'name']}>
              {isHome(row) ? (
                <span className={styles.home}>
                  <Text>{nameOf(row)}</Text>
                  <Text size={200} className={styles.homeNote}>
                    {t.sourceRegion}
                  </Text>
                </span>
              ) : (
                <Choice
                  aria-label={t.targetRegion}
                  value={row.region.name}
                  options={candidates}
                  placeholder={t.chooseRegion}
                  onChoose={(name) => change(row.index, { name })}
                />
              )}
            </IssueField>
          ),
        },
        {
          heading: t.replicaCount,
          width: '22%',
          cell: ({ region, index }) => (
            <IssueField {...field} path={['targetRegions', index, 'regionalReplicaCount']}>
              <Input
                className={styles.fill}
                aria-label={t.replicaCount}
                type="number"
                min={1}
                max={100}
                placeholder={plan.replicaCount === null ? '' : t.asDefault(String(plan.replicaCount))}
                value={region.regionalReplicaCount === null ? '' : String(region.regionalReplicaCount)}
                onChange={(_, data) => change(index, { regionalReplicaCount: countFromText(data.value) })}
              />
            </IssueField>
          ),
        },
        {
          heading: t.storageAccountType,
          cell: ({ region, index }) => (
            <IssueField {...field} path={['targetRegions', index, 'storageAccountType']}>
              <Choice
                aria-label={t.storageAccountType}
                value={region.storageAccountType ?? 'default'}
                options={[defaultStorage(region), ...storageOptions(t.storageTypes)]}
                onChoose={(type) => change(index, { storageAccountType: type === 'default' ? null : type })}
              />
            </IssueField>
          ),
        },
        {
          heading: t.action,
          width: '72px',
          cell: (row) =>
            !isHome(row) && (
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t.removeRegion(nameOf(row))}
                onClick={() => onEdit({ type: 'removeTargetRegion', index: row.index })}
              />
            ),
        },
      ]}
    />
  )
}
