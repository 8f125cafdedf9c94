import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import type { Target } from '../../../parts/resource/use-target.ts'
import { IssueField } from '../../../parts/wizard/IssueField.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { TabProps } from '../tabs.ts'

const useStyles = makeStyles({ readOnly: { paddingTop: tokens.spacingVerticalSNudge } })

interface ProjectFieldsProps extends TabProps {
  target: Target
}

/** The subscription and the resource group, which are those of the gallery. */
export function ProjectFields({ onEdit, onLeave, target }: ProjectFieldsProps) {
  const t = useWizardTexts().wizard
  const styles = useStyles()
  return (
    <Section title={t.basics.projectDetails} description={t.basics.projectIntro}>
      <IssueField issues={[]} onLeave={onLeave} path={['subscription']} label={t.basics.subscription} required>
        <Choice
          value={target.subscriptionId}
          options={target.subscriptions.map(({ subscriptionId, displayName }) => ({
            value: subscriptionId,
            label: displayName,
          }))}
          placeholder={t.choose}
          onChoose={(subscriptionId) => {
            target.chooseSubscription(subscriptionId)
            onEdit({ type: 'setFields', fields: { imageDefinitionId: '' } })
          }}
        />
      </IssueField>
      <IssueField issues={[]} onLeave={onLeave} path={['resourceGroup']} label={t.basics.resourceGroup}>
        <Text className={styles.readOnly}>
          {target.resourceGroupName === '' ? t.review.notSet : target.resourceGroupName}
        </Text>
      </IssueField>
    </Section>
  )
}
