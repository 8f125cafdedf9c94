import { Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { replicaCountOf, planSubscriptionId, type ImageVersionPlan, type TargetRegion } from '@portal/image-version'
import { regionsBesidesHome } from '@portal/version-update'
import { ConceptHelp } from '../../../../patterns/concept-help/ConceptHelp.tsx'
import { MapFrame } from '../../../../patterns/map/MapFrame.tsx'
import { RegionMapChoice } from '../../../../patterns/map/RegionMapChoice.tsx'
import { regionGroups } from '../../../../patterns/regions/region-groups.ts'
import { useRegionMapTexts } from '../../../../patterns/regions/region-map-texts.ts'
import { RegionPicker } from '../../../../patterns/regions/RegionPicker.tsx'
import { useRegionsTexts } from '../../../../patterns/regions/regions-texts.ts'
import { useSetCounts } from '../../../../patterns/regions/use-set-counts.ts'
import { defaultStorageOptions } from '../../../../patterns/resource/storage-options.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { countFromText } from '../../../../ui/count-from-text.ts'
import { Message } from '../../../../ui/Message.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { QuotaOfRegions } from '../../../gallery/parts/GalleryQuotas.tsx'
import { RolloutChoice } from '../../parts/rollout/RolloutChoice.tsx'
import { TargetRegionTable } from '../../parts/TargetRegionTable.tsx'
import type { TabProps } from '../tabs.ts'

const useStyles = makeStyles({
  regions: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, maxWidth: '960px' },
  total: { color: tokens.colorNeutralForeground2 },
})

interface ReplicationTabProps extends TabProps {
  /** how many regions other than the source region are added at a time; null: all are created at once */
  batchSize: number | null
}

/** Where the version is copied to, how many replicas each region gets, and on which storage. */
export function ReplicationTab({ batchSize, ...props }: ReplicationTabProps) {
  const { plan, inventory, issues, onEdit, onLeave } = props
  const styles = useStyles()
  const t = useWizardTexts().wizard.replication
  const setCounts = useSetCounts(plan, inventory)
  const field = { issues, onLeave }
  const replicas = plan.targetRegions.reduce((sum, region) => sum + (replicaCountOf(plan, region) ?? 0), 0)
  const others = regionsBesidesHome(plan)
  const general = issues.filter((issue) => issue.path.length === 1 && issue.path[0] === 'targetRegions')

  return (
    <Stack gap="XXXL">
      <Section title={t.heading} description={t.intro}>
        <IssueField {...field} path={['storageAccountType']} label={t.defaultStorage} hint={t.defaultStorageHint}>
          <Choice
            value={plan.storageAccountType}
            options={defaultStorageOptions(t.storageTypes)}
            onChoose={(type) => onEdit({ type: 'setFields', fields: { storageAccountType: type } })}
          />
        </IssueField>
        <IssueField
          {...field}
          path={['replicaCount']}
          label={t.defaultReplicaCount}
          help={<ConceptHelp concept="replicas" />}
          required
        >
          <Input
            type="number"
            min={1}
            max={100}
            value={plan.replicaCount === null ? '' : String(plan.replicaCount)}
            onChange={(_, data) => onEdit({ type: 'setFields', fields: { replicaCount: countFromText(data.value) } })}
          />
        </IssueField>
      </Section>
      <Section title={t.targetRegions}>
        {plan.location === '' ? (
          <Text>{t.locationFirst}</Text>
        ) : (
          <div className={styles.regions}>
            <RegionPicker
              label={t.addRegion}
              regions={inventory.regions}
              chosen={plan.targetRegions.map(({ name }) => name)}
              fixed={new Map([[plan.location, t.sourceRegion]])}
              near={plan.location}
              isFull={plan.targetRegions.length >= 100}
              setCounts={setCounts}
              onChoose={(name) => onEdit({ type: 'addTargetRegion', name })}
              onRemove={(name) => onEdit(regionRemoval(plan, name))}
            />
            <TargetRegionMap plan={plan} inventory={inventory} onEdit={onEdit} />
            <IssueField {...field} issues={general} stacked path={['targetRegions']}>
              <div role="group" aria-label={t.targetRegions}>
                <TargetRegions {...props} />
              </div>
            </IssueField>
            <Text className={styles.total} role="status">
              {t.total(replicas, plan.targetRegions.length)}
            </Text>
            <QuotaOfRegions plan={plan} />
          </div>
        )}
        {plan.replicationMode === 'Shallow' && <Message intent="info">{t.shallow}</Message>}
      </Section>
      {others.length > 1 && (
        <RolloutChoice
          home={plan.location}
          regions={others}
          batchSize={batchSize}
          inventory={inventory}
          onChoose={(size) => onEdit({ type: 'setBatchSize', batchSize: size })}
        />
      )}
    </Stack>
  )
}

const useTargetRegionsStyles = makeStyles({
  home: { display: 'flex', flexDirection: 'column', fontWeight: tokens.fontWeightRegular },
})

/** The target regions as a table, with the choice of another region in each but the home region. */
function TargetRegions({ plan, inventory, issues, onEdit, onLeave }: TabProps) {
  const styles = useTargetRegionsStyles()
  const t = useWizardTexts().wizard.replication
  const regionsTexts = useRegionsTexts()
  const isHome = ({ region, index }: { region: TargetRegion; index: number }) =>
    index === 0 && region.name === plan.location
  const candidates = regionGroups(inventory.regions, regionsTexts, { near: plan.location }).flatMap(
    ({ label, regions }) => regions.map(({ name, displayName }) => ({ value: name, label: displayName, group: label })),
  )
  return (
    <TargetRegionTable
      plan={plan}
      inventory={inventory}
      regions={plan.targetRegions}
      path="targetRegions"
      issues={issues}
      texts={{ table: t.targetRegions, region: t.targetRegion, replicas: t.replicaCount }}
      nameField={(row, name) =>
        isHome(row) ? (
          <span className={styles.home}>
            <Text>{name}</Text>
            <Quiet size={200}>{t.sourceRegion}</Quiet>
          </span>
        ) : (
          <Choice
            aria-label={t.targetRegion}
            value={row.region.name}
            options={candidates}
            placeholder={t.chooseRegion}
            onChoose={(chosen) => onEdit({ type: 'changeTargetRegion', index: row.index, change: { name: chosen } })}
          />
        )
      }
      isFixed={isHome}
      onChange={(index, change) => onEdit({ type: 'changeTargetRegion', index, change })}
      onRemove={(index) => onEdit({ type: 'removeTargetRegion', index })}
      onLeave={onLeave}
    />
  )
}

/** The regions on a map, where they are chosen as in the list. */
function TargetRegionMap({ plan, inventory, onEdit }: Pick<TabProps, 'plan' | 'inventory' | 'onEdit'>) {
  const t = useRegionMapTexts()
  return (
    <MapFrame subscriptionId={planSubscriptionId(plan)} folded={t.choose} legend={<Text size={200}>{t.keys}</Text>}>
      {(places) => (
        <RegionMapChoice
          label={t.ofChoice}
          places={places}
          regions={inventory.regions}
          chosen={plan.targetRegions.map(({ name }) => name)}
          home={plan.location}
          isFull={plan.targetRegions.length >= 100}
          onToggle={(name, isChosen) =>
            onEdit(isChosen ? { type: 'addTargetRegion', name } : regionRemoval(plan, name))
          }
        />
      )}
    </MapFrame>
  )
}

/** The edit that removes a target region: the last one of that name, because one can be there twice for a while. */
function regionRemoval(plan: ImageVersionPlan, name: string): { type: 'removeTargetRegion'; index: number } {
  return { type: 'removeTargetRegion', index: plan.targetRegions.findLastIndex((region) => region.name === name) }
}
