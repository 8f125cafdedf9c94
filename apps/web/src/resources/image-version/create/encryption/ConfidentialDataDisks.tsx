import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { tryParseResourceId } from '@portal/portal-api'
import { useTexts } from '../../../../i18n/language.ts'
import { accessPath } from '../../../../paths.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import type { TabProps } from '../tabs.ts'
import { droppedSets } from './dropped-sets.ts'

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalXS },
  feature: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
})

/**
 * Whether data disks of a confidential version get confidential sets, and whether the subscription has that preview.
 */
export function ConfidentialDataDisks({ plan, inventory, issues, onEdit, onLeave }: TabProps) {
  const styles = useStyles()
  const t = useWizardTexts().wizard.encryption
  const { shell } = useTexts()
  const has = inventory.hasConfidentialDataDisks
  const subscriptionId = tryParseResourceId(plan.imageDefinitionId)?.subscriptionId
  const choose = (confidentialDataDisks: boolean) => {
    const { encryptionType } = plan
    const sets = droppedSets(plan, inventory, { encryptionType, confidentialDataDisks })
    onEdit({ type: 'changeConfidentialDataDisks', confidentialDataDisks, emptied: sets.flatMap(({ cells }) => cells) })
  }
  return (
    <IssueField
      issues={issues}
      onLeave={onLeave}
      path={['confidentialDataDisks']}
      stacked
      label={t.confidentialDataDisks}
      hint={t.confidentialDataDisksHint}
    >
      <div className={styles.field}>
        <Checkbox checked={plan.confidentialDataDisks} onChange={(_, data) => choose(data.checked === true)} />
        <div className={styles.feature}>
          <StateLabel look={has === true ? 'done' : has === false ? 'waiting' : 'unknown'}>
            {has === true
              ? t.featureStates.registered
              : has === false
                ? t.featureStates.notRegistered
                : t.featureStates.unknown}
          </StateLabel>
          {has !== true && subscriptionId !== undefined && (
            <RouteLink href={accessPath(subscriptionId)}>{shell.sections.access}</RouteLink>
          )}
        </div>
      </div>
    </IssueField>
  )
}
