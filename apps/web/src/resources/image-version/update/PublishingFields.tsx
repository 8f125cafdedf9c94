import { Checkbox } from '@fluentui/react-components'
import { ConceptHelp } from '../../../patterns/concept-help/ConceptHelp.tsx'
import { IssueField } from '../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { DateInput } from '../../../ui/date/DateInput.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useUpdateTexts } from '../texts/use-update-texts.ts'
import { CountInput } from './regions/CountInput.tsx'
import type { UpdateSectionProps } from './update-section-props.ts'

type Flag = 'excludeFromLatest' | 'allowDeletionOfReplicatedLocations' | 'blockDeletionBeforeEndOfLife'

/** What applies to the whole version: the default replica count, its end of life, and its protection. */
export function PublishingFields({ before, draft, inventory, issues, onEdit, onLeave }: UpdateSectionProps) {
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
