import { Button, Checkbox, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { expectedStorageOf, regionDisplayName, type TargetRegion } from '@portal/image-version'
import { useUpdateTexts } from '../../../i18n/image-versions/use-update-texts.ts'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import { storageOptions } from '../../../parts/resource/storage-options.ts'
import { IssueField } from '../../../parts/wizard/IssueField.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { countFromText } from '../../../ui/count-from-text.ts'
import type { UpdateSectionProps } from '../update-section-props.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(136px, 1fr) minmax(0, 2fr) minmax(0, 2fr) 32px',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { paddingTop: '26px', '@media (max-width: 640px)': { paddingTop: '0' } },
  besides: { marginTop: '26px', '@media (max-width: 640px)': { marginTop: '0', justifySelf: 'start' } },
  fill: { width: '100%', minWidth: '0' },
})

interface AddedRegionRowProps extends UpdateSectionProps {
  region: TargetRegion
  index: number
}

/** One new region: its replica count and its storage type; an untouched one follows the version's defaults. */
export function AddedRegionRow({ before, draft, inventory, region, index, ...field }: AddedRegionRowProps) {
  const styles = useStyles()
  const t = useUpdateTexts()
  const { replication } = useWizardTexts().wizard
  const { onEdit } = field
  const displayName = regionDisplayName(inventory, region.name)
  const path = ['addedRegions', index]
  const change = (changed: Partial<Omit<TargetRegion, 'name' | 'encryption'>>) =>
    onEdit({ type: 'changeAddedRegion', index, change: changed })
  const defaultCount = draft.change.replicaCount ?? before.replicaCount ?? 1
  const defaultStorage = {
    value: 'default' as const,
    label: replication.asDefault(
      replication.storageTypes[expectedStorageOf(before, { ...region, storageAccountType: null }, inventory)],
    ),
  }
  return (
    <div className={styles.row} role="group" aria-label={displayName}>
      <IssueField {...field} stacked path={[...path, 'name']}>
        <Text weight="semibold" className={styles.name}>
          {displayName}
        </Text>
      </IssueField>
      <IssueField {...field} stacked path={[...path, 'regionalReplicaCount']} label={t.regions.replicas}>
        <Input
          className={styles.fill}
          type="number"
          min={1}
          max={100}
          placeholder={replication.asDefault(String(defaultCount))}
          value={region.regionalReplicaCount === null ? '' : String(region.regionalReplicaCount)}
          onChange={(_, data) => change({ regionalReplicaCount: countFromText(data.value) })}
        />
      </IssueField>
      <IssueField {...field} stacked path={[...path, 'storageAccountType']} label={t.regions.storage}>
        <Choice
          value={region.storageAccountType ?? 'default'}
          options={[defaultStorage, ...storageOptions(replication.storageTypes)]}
          onChoose={(type) => change({ storageAccountType: type === 'default' ? null : type })}
        />
      </IssueField>
      <Checkbox
        className={styles.besides}
        label={t.regions.exclude}
        checked={region.excludeFromLatest}
        onChange={(_, { checked }) => change({ excludeFromLatest: checked === true })}
      />
      <Button
        className={styles.besides}
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t.added.drop(displayName)}
        onClick={() => onEdit({ type: 'dropAddedRegion', index })}
      />
    </div>
  )
}
