import { Button, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { expectedStorageOf, regionDisplayName, type TargetRegion } from '@portal/image-version'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import { storageOptions } from '../../../parts/resource/storage-options.ts'
import { IssueField } from '../../../parts/wizard/IssueField.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { countFromText } from '../../../ui/count-from-text.ts'
import type { TabProps } from '../tabs.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 2fr) 32px',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  home: { display: 'flex', flexDirection: 'column', paddingTop: tokens.spacingVerticalSNudge },
  homeNote: { color: tokens.colorNeutralForeground3 },
  remove: { marginTop: '26px', '@media (max-width: 640px)': { marginTop: '0', justifySelf: 'start' } },
  fill: { width: '100%', minWidth: '0' },
})

interface TargetRegionRowProps extends TabProps {
  region: TargetRegion
  index: number
}

/** One target region: its name, its replica count and its storage type; an untouched one follows the defaults. */
export function TargetRegionRow({ plan, inventory, issues, onEdit, onLeave, region, index }: TargetRegionRowProps) {
  const styles = useStyles()
  const t = useWizardTexts().wizard.replication
  const isHome = index === 0 && region.name === plan.location
  const displayName = regionDisplayName(inventory, region.name)
  const field = { issues, onLeave, stacked: true }
  const change = (changed: Partial<Omit<TargetRegion, 'encryption'>>) =>
    onEdit({ type: 'changeTargetRegion', index, change: changed })
  // The strategy is shown with its result in this region.
  const untouched = expectedStorageOf(plan, { ...region, storageAccountType: null }, inventory)
  const defaultStorage = { value: 'default' as const, label: t.asDefault(t.storageTypes[untouched]) }

  return (
    <div className={styles.row} role="group" aria-label={displayName}>
      <IssueField {...field} path={['targetRegions', index, 'name']} label={t.targetRegion}>
        {isHome ? (
          <span className={styles.home}>
            <Text>{displayName}</Text>
            <Text size={200} className={styles.homeNote}>
              {t.sourceRegion}
            </Text>
          </span>
        ) : (
          <Choice
            value={region.name}
            options={inventory.regions.map((candidate) => ({ value: candidate.name, label: candidate.displayName }))}
            placeholder={t.chooseRegion}
            onChoose={(name) => change({ name })}
          />
        )}
      </IssueField>
      <IssueField {...field} path={['targetRegions', index, 'regionalReplicaCount']} label={t.replicaCount}>
        <Input
          className={styles.fill}
          type="number"
          min={1}
          max={100}
          placeholder={plan.replicaCount === null ? '' : t.asDefault(String(plan.replicaCount))}
          value={region.regionalReplicaCount === null ? '' : String(region.regionalReplicaCount)}
          onChange={(_, data) => change({ regionalReplicaCount: countFromText(data.value) })}
        />
      </IssueField>
      <IssueField {...field} path={['targetRegions', index, 'storageAccountType']} label={t.storageAccountType}>
        <Choice
          value={region.storageAccountType ?? 'default'}
          options={[defaultStorage, ...storageOptions(t.storageTypes)]}
          onChoose={(type) => change({ storageAccountType: type === 'default' ? null : type })}
        />
      </IssueField>
      {!isHome && (
        <Button
          className={styles.remove}
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t.removeRegion(displayName)}
          onClick={() => onEdit({ type: 'removeTargetRegion', index })}
        />
      )}
    </div>
  )
}
