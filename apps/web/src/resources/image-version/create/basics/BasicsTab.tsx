import { Checkbox, Input, makeStyles, tokens, Text } from '@fluentui/react-components'
import { latestVersionName } from '@portal/gallery'
import { proposalOfSource } from '@portal/version-rules'
import { recycleBinPath } from '../../../../paths.ts'
import { ConceptHelp } from '../../../../patterns/concept-help/ConceptHelp.tsx'
import type { Target } from '../../../../patterns/resource/use-target.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import type { SourceSubscription } from '../../../../patterns/wizard/use-wizard-inventory.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { DateInput } from '../../../../ui/date/DateInput.tsx'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useNarrow } from '../../../../ui/use-narrow.ts'
import { useRecycleBinTexts } from '../../../gallery/texts/recycle-bin-texts.ts'
import { SourceFields } from '../source/SourceFields.tsx'
import type { TabProps } from '../tabs.ts'
import { GalleryFields, SubscriptionField } from './GalleryFields.tsx'
import { NumberChips } from './NumberChips.tsx'

const useStyles = makeStyles({
  // as wide as a number, so that the next ones are beside it
  number: { flex: '1 1 120px', minWidth: '0' },
})

interface BasicsTabProps extends TabProps {
  /** an image definition is chosen and read, with its versions */
  hasFacts: boolean
  sourceSubscription: SourceSubscription
  target: Target
}

/** The version's name, its source, and its gallery. */
export function BasicsTab(props: BasicsTabProps) {
  const { plan, inventory, hasFacts, issues, target, onEdit, onLeave } = props
  const styles = useStyles()
  const t = useWizardTexts().wizard
  const field = { issues, onLeave }
  const latest = latestVersionName(inventory.existingVersionNames)
  const hintOfFirst = hasFacts ? t.basics.versionNumberHintFirst : t.basics.versionNumberFormat
  const numberHint = latest === undefined ? hintOfFirst : t.basics.versionNumberHint(latest)

  return (
    <Stack gap="XXXL">
      <ProjectFields {...props} />
      <Section title={t.basics.instanceDetails}>
        <IssueField {...field} path={['location']} label={t.basics.region} hint={t.basics.regionHint} required>
          <Choice
            value={plan.location}
            options={inventory.regions.map((region) => ({ value: region.name, label: region.displayName }))}
            placeholder={t.choose}
            onChoose={(location) => onEdit({ type: 'setLocation', location })}
          />
        </IssueField>
      </Section>
      <Section title={t.basics.versionDetails}>
        <IssueField
          {...field}
          path={['name']}
          label={t.basics.versionNumber}
          help={<ConceptHelp concept="imageVersion" />}
          hint={numberHint}
          required
          beside={
            hasFacts ? (
              <NumberChips
                value={plan.name}
                inventory={inventory}
                onChoose={(name) => onEdit({ type: 'setFields', fields: { name } })}
              />
            ) : undefined
          }
        >
          <Input
            className={styles.number}
            value={plan.name}
            onChange={(_, data) => onEdit({ type: 'setFields', fields: { name: data.value.trim() } })}
          />
        </IssueField>
        {issues.some(({ code }) => code === 'VersionNumberInRecycleBin') && (
          <OpenRecycleBin imageDefinitionId={plan.imageDefinitionId} />
        )}
        <SourceFields {...props} />
      </Section>
      <Section title={t.basics.galleryDetails}>
        <GalleryFields
          {...field}
          imageDefinitionId={plan.imageDefinitionId}
          osState={inventory.imageDefinition?.osState}
          target={target}
          proposal={proposalOfSource(plan.source, inventory)}
          onChoose={(imageDefinitionId) => onEdit({ type: 'setFields', fields: { imageDefinitionId } })}
        />
      </Section>
      <Section title={t.basics.lifecycle}>
        <IssueField
          {...field}
          path={['excludeFromLatest']}
          label={t.basics.excludeFromLatest}
          help={<ConceptHelp concept="excludeFromLatest" />}
          hint={t.basics.excludeFromLatestHint}
        >
          <Checkbox
            checked={plan.excludeFromLatest}
            onChange={(_, data) => onEdit({ type: 'setFields', fields: { excludeFromLatest: data.checked === true } })}
          />
        </IssueField>
        <IssueField
          {...field}
          path={['endOfLifeDate']}
          label={t.basics.endOfLifeDate}
          hint={t.basics.endOfLifeDateHint}
        >
          <DateInput
            value={plan.endOfLifeDate}
            now={inventory.now}
            onChange={(endOfLifeDate) => onEdit({ type: 'setFields', fields: { endOfLifeDate } })}
          />
        </IssueField>
        <IssueField {...field} path={['allowDeletionOfReplicatedLocations']} label={t.basics.lockReplicatedLocations}>
          <Checkbox
            checked={!plan.allowDeletionOfReplicatedLocations}
            onChange={(_, data) =>
              onEdit({ type: 'setFields', fields: { allowDeletionOfReplicatedLocations: data.checked !== true } })
            }
          />
        </IssueField>
        <IssueField {...field} path={['blockDeletionBeforeEndOfLife']} label={t.basics.blockDeletion}>
          <Checkbox
            checked={plan.blockDeletionBeforeEndOfLife}
            onChange={(_, data) =>
              onEdit({ type: 'setFields', fields: { blockDeletionBeforeEndOfLife: data.checked === true } })
            }
          />
        </IssueField>
        <IssueField
          {...field}
          path={['replicationMode']}
          label={t.basics.shallowReplication}
          hint={t.basics.shallowReplicationHint}
        >
          <Checkbox
            checked={plan.replicationMode === 'Shallow'}
            onChange={(_, data) =>
              onEdit({ type: 'setFields', fields: { replicationMode: data.checked === true ? 'Shallow' : 'Full' } })
            }
          />
        </IssueField>
      </Section>
    </Stack>
  )
}

const useOpenRecycleBinStyles = makeStyles({ besideLabel: { paddingLeft: '236px' } })

/**
 * A link to the deleted version with this number, to restore it or delete it permanently. The draft is kept meanwhile.
 */
function OpenRecycleBin({ imageDefinitionId }: { imageDefinitionId: string }) {
  const styles = useOpenRecycleBinStyles()
  const narrow = useNarrow()
  const t = useRecycleBinTexts().bin
  return (
    <div className={narrow ? undefined : styles.besideLabel}>
      <RouteLink href={recycleBinPath(imageDefinitionId)}>{t.openBin}</RouteLink>
    </div>
  )
}

const useProjectFieldsStyles = makeStyles({ readOnly: { paddingTop: tokens.spacingVerticalSNudge } })

interface ProjectFieldsProps extends TabProps {
  target: Target
}

/** The subscription and the resource group, which are those of the gallery. */
function ProjectFields({ onEdit, onLeave, target }: ProjectFieldsProps) {
  const t = useWizardTexts().wizard
  const styles = useProjectFieldsStyles()
  return (
    <Section title={t.basics.projectDetails} description={t.basics.projectIntro}>
      <SubscriptionField
        target={target}
        onLeave={onLeave}
        onChoose={() => onEdit({ type: 'setFields', fields: { imageDefinitionId: '' } })}
      />
      <IssueField issues={[]} onLeave={onLeave} path={['resourceGroup']} label={t.basics.resourceGroup}>
        <Text className={styles.readOnly}>
          {target.resourceGroupName === '' ? t.review.notSet : target.resourceGroupName}
        </Text>
      </IssueField>
    </Section>
  )
}
