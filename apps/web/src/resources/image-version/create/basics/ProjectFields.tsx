import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Target } from '../../../../patterns/resource/use-target.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Section } from '../../../../ui/Section.tsx'
import type { TabProps } from '../tabs.ts'
import { SubscriptionField } from './GalleryFields.tsx'

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
