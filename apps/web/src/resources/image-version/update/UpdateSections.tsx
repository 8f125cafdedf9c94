import { Checkbox } from '@fluentui/react-components'
import { ConceptHelp } from '../../../patterns/concept-help/ConceptHelp.tsx'
import { IssueField } from '../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { DateInput } from '../../../ui/date/DateInput.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { RolloutChoice } from '../parts/rollout/RolloutChoice.tsx'
import { useUpdateTexts } from '../texts/update-texts.ts'
import { AddedEncryption } from './regions/AddedEncryption.tsx'
import { AddedRegions } from './regions/AddedRegions.tsx'
import { CountInput } from './regions/CountInput.tsx'
import { ExistingRegions } from './regions/ExistingRegions.tsx'
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
