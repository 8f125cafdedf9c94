import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { fromArm, asksForDiskSets, usesCustomerKeys } from '@portal/image-version'
import { ConceptHelp } from '../../../patterns/concept-help/ConceptHelp.tsx'
import { SetsByRegion } from '../../../patterns/matrix/SetsByRegion.tsx'
import { RegionPicker } from '../../../patterns/regions/RegionPicker.tsx'
import { useSetCounts } from '../../../patterns/regions/use-set-counts.ts'
import { IssueField } from '../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { DateInput } from '../../../ui/date/DateInput.tsx'
import { Heading } from '../../../ui/Heading.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { type DraftPreparation, SetMatrix } from '../../disk-encryption-set/parts/SetMatrix.tsx'
import { RolloutChoice } from '../parts/rollout/RolloutChoice.tsx'
import { TargetRegionTable } from '../parts/TargetRegionTable.tsx'
import { useUpdateTexts } from '../texts/update-texts.ts'
import { CountInput } from './regions/CountInput.tsx'
import { ExistingRegions } from './regions/ExistingRegions.tsx'
import { matrixPlan, shownPath } from './regions/matrix-plan.ts'
import { ReplicaPlanner } from './regions/ReplicaPlanner.tsx'
import type { ChangeLine } from './review/change-summary.ts'
import { type UpdatePolicyVerdict, UpdateReview } from './review/UpdateReview.tsx'
import type { UpdateSectionProps } from './update-section-props.ts'

interface UpdateSectionsProps extends UpdateSectionProps {
  canUndo: boolean
  canRedo: boolean
  lines: ChangeLine[]
  policy: UpdatePolicyVerdict
}

/** The sections of the page in their order; what concerns new regions is there once some are added. */
export function UpdateSections({ canUndo, canRedo, lines, policy, ...section }: UpdateSectionsProps) {
  const { draft, inventory, issues, onEdit } = section
  const { addedRegions } = draft.change
  const preparation = {
    startedId: draft.preparationId ?? undefined,
    remember: (preparationId: string) => onEdit({ type: 'setPreparation', preparationId }),
    forget: () => onEdit({ type: 'setPreparation', preparationId: null }),
  }
  return (
    <>
      <Panel>
        <ExistingRegions {...section} />
      </Panel>
      <Panel>
        <AddedRegions {...section} />
      </Panel>
      {addedRegions.length > 0 && (
        <Panel>
          <AddedEncryption {...section} canUndo={canUndo} canRedo={canRedo} preparation={preparation} />
        </Panel>
      )}
      {addedRegions.length > 1 && (
        <Panel>
          <RolloutChoice
            regions={addedRegions}
            batchSize={draft.batchSize}
            inventory={inventory}
            onChoose={(batchSize) => onEdit({ type: 'setBatchSize', batchSize })}
          />
        </Panel>
      )}
      <Panel>
        <ReplicaPlanner {...section} />
      </Panel>
      <Panel>
        <PublishingFields {...section} />
      </Panel>
      <Panel>
        <UpdateReview draft={draft} lines={lines} issues={issues} inventory={inventory} policy={policy} />
      </Panel>
    </>
  )
}

type Flag = 'excludeFromLatest' | 'allowDeletionOfReplicatedLocations' | 'blockDeletionBeforeEndOfLife'

/** What applies to the whole version: the default replica count, its end of life, and its protection. */
function PublishingFields({ before, draft, inventory, issues, onEdit, onLeave }: UpdateSectionProps) {
  const t = useUpdateTexts().publishing
  const { basics } = useWizardTexts().wizard
  const { change } = draft
  const field = { issues, onLeave }
  const endOfLifeDate = change.endOfLifeDate ?? before.endOfLifeDate
  const isOn = (flag: Flag) => change[flag] ?? before[flag]
  const setFlag = (flag: Flag, on: boolean) =>
    onEdit({ type: 'setFields', fields: { [flag]: on === before[flag] ? null : on } })
  const setDate = (date: string) =>
    onEdit({ type: 'setFields', fields: { endOfLifeDate: date === before.endOfLifeDate ? null : date } })
  return (
    <Section title={t.heading} description={t.intro}>
      <IssueField
        {...field}
        path={['replicaCount']}
        label={t.replicaCount}
        help={<ConceptHelp concept="replicas" />}
        hint={t.replicaCountHint}
      >
        <CountInput
          stored={before.replicaCount ?? 1}
          value={change.replicaCount}
          onChange={(replicaCount) => onEdit({ type: 'setFields', fields: { replicaCount } })}
        />
      </IssueField>
      <IssueField
        {...field}
        path={['excludeFromLatest']}
        label={basics.excludeFromLatest}
        help={<ConceptHelp concept="excludeFromLatest" />}
        hint={basics.excludeFromLatestHint}
      >
        <Checkbox
          checked={isOn('excludeFromLatest')}
          onChange={(_, { checked }) => setFlag('excludeFromLatest', checked === true)}
        />
      </IssueField>
      <IssueField {...field} path={['endOfLifeDate']} label={basics.endOfLifeDate} hint={basics.endOfLifeDateHint}>
        <DateInput value={endOfLifeDate} now={inventory.now} onChange={setDate} />
      </IssueField>
      <IssueField {...field} path={['allowDeletionOfReplicatedLocations']} label={basics.lockReplicatedLocations}>
        <Checkbox
          checked={!isOn('allowDeletionOfReplicatedLocations')}
          onChange={(_, { checked }) => setFlag('allowDeletionOfReplicatedLocations', checked !== true)}
        />
      </IssueField>
      <IssueField {...field} path={['blockDeletionBeforeEndOfLife']} label={basics.blockDeletion}>
        <Checkbox
          checked={isOn('blockDeletionBeforeEndOfLife')}
          onChange={(_, { checked }) => setFlag('blockDeletionBeforeEndOfLife', checked === true)}
        />
      </IssueField>
    </Section>
  )
}

interface AddedEncryptionProps extends UpdateSectionProps {
  canUndo: boolean
  canRedo: boolean
  preparation: DraftPreparation
}

/** The sets of the new regions, next to those of the existing regions, which stay unchanged. */
function AddedEncryption(props: AddedEncryptionProps) {
  const { draft, inventory, issues, onEdit, onLeave, canUndo, canRedo, preparation } = props
  const t = useUpdateTexts().encryption
  const { version } = draft.base
  const matrix = matrixPlan(version, draft.change, inventory)
  const { plan } = matrix
  if (!asksForDiskSets(plan) && plan.confidentialVMEncryptionType !== 'EncryptedWithCmk')
    return (
      <Section title={t.heading}>
        <Text>{t.platformKey}</Text>
      </Section>
    )
  const there = { ...matrix, plan: { ...plan, targetRegions: fromArm(version).targetRegions } }
  return (
    <Stack gap="XXL" shrinks>
      <SetMatrix
        {...matrix}
        issues={issues.map((issue) => ({ ...issue, path: shownPath(issue.path) }))}
        onEdit={onEdit}
        onLeave={([, ...path]) => onLeave(['addedRegions', ...path])}
        canUndo={canUndo}
        canRedo={canRedo}
        preparation={preparation}
        profile={draft.profile}
      />
      <Stack gap="M" shrinks>
        <Heading as="h3">{t.reference}</Heading>
        <SetsByRegion {...there} />
      </Stack>
    </Stack>
  )
}

const useAddedRegionsStyles = makeStyles({
  regions: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, maxWidth: '960px' },
  name: { display: 'block', paddingTop: tokens.spacingVerticalSNudge },
})

/** The regions that the version gets, and the picker of more. */
function AddedRegions(props: UpdateSectionProps) {
  const { before, draft, inventory, issues, onEdit, onLeave } = props
  const styles = useAddedRegionsStyles()
  const { added: t, regions: texts } = useUpdateTexts()
  const { addedRegions } = draft.change
  const setCounts = useSetCounts(before, inventory)
  return (
    <Section title={t.heading} description={t.intro}>
      <div className={styles.regions}>
        <RegionPicker
          label={t.add}
          regions={inventory.regions}
          chosen={addedRegions.map(({ name }) => name)}
          fixed={new Map(before.targetRegions.map(({ name }) => [name, t.there]))}
          near={before.location}
          // New regions of a version with platform-managed keys get no sets.
          setCounts={usesCustomerKeys(before) ? setCounts : () => new Map()}
          onChoose={(name) => onEdit({ type: 'addRegion', name })}
          onRemove={(name) =>
            onEdit({ type: 'dropAddedRegion', index: addedRegions.findIndex((region) => region.name === name) })
          }
        />
        {addedRegions.length === 0 ? (
          <Text>{t.none}</Text>
        ) : (
          <TargetRegionTable
            plan={{ ...before, replicaCount: draft.change.replicaCount ?? before.replicaCount ?? 1 }}
            inventory={inventory}
            regions={addedRegions}
            path="addedRegions"
            issues={issues}
            texts={{
              table: t.heading,
              region: texts.region,
              replicas: texts.replicas,
              excludeFromLatest: texts.exclude,
            }}
            nameField={(_, name) => <span className={styles.name}>{name}</span>}
            onChange={(index, change) => onEdit({ type: 'changeAddedRegion', index, change })}
            onRemove={(index) => onEdit({ type: 'dropAddedRegion', index })}
            onLeave={onLeave}
          />
        )}
      </div>
    </Section>
  )
}
