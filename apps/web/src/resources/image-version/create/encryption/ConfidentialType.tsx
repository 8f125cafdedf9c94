import { makeStyles, tokens, Checkbox } from '@fluentui/react-components'
import { confidentialVMEncryptionType } from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import { useTexts } from '../../../../i18n/language.ts'
import { accessPath } from '../../../../paths.ts'
import { ConceptHelp } from '../../../../patterns/concept-help/ConceptHelp.tsx'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import type { TabProps } from '../tabs.ts'
import { droppedSets } from './dropped-sets.ts'

const useStyles = makeStyles({
  // Side by side below the cards, so that the grid keeps its place on the first screen.
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalM,
    alignItems: 'start',
  },
})

const types = confidentialVMEncryptionType.options

/** What a version for confidential virtual machines has besides: how the guest state and its disks are encrypted. */
export function ConfidentialType(props: TabProps) {
  const { plan, issues, onEdit, onLeave } = props
  const styles = useStyles()
  const t = useWizardTexts().wizard.encryption
  return (
    <div className={styles.fields}>
      <IssueField
        stacked
        issues={issues}
        onLeave={onLeave}
        path={['confidentialVMEncryptionType']}
        label={t.confidentialType}
        help={<ConceptHelp concept="confidentialDisks" />}
        required
      >
        <Choice
          value={plan.confidentialVMEncryptionType ?? ''}
          options={types.map((type) => ({ value: type, label: t.confidentialTypes[type] }))}
          placeholder={t.chooseType}
          onChoose={(type) => onEdit({ type: 'setFields', fields: { confidentialVMEncryptionType: type } })}
        />
      </IssueField>
      {plan.confidentialVMEncryptionType !== null && <ConfidentialDataDisks {...props} />}
    </div>
  )
}

const useConfidentialDataDisksStyles = makeStyles({
  feature: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
})

/**
 * Whether data disks of a confidential version get confidential sets, and whether the subscription has that preview.
 */
function ConfidentialDataDisks({ plan, inventory, issues, onEdit, onLeave }: TabProps) {
  const styles = useConfidentialDataDisksStyles()
  const t = useWizardTexts().wizard.encryption
  const { shell } = useTexts()
  const has = inventory.hasConfidentialDataDisks
  const subscriptionId = tryParseResourceId(plan.imageDefinitionId)?.subscriptionId
  const choose = (confidentialDataDisks: boolean) => {
    const { encryptionType } = plan
    const sets = droppedSets(plan, inventory, { encryptionType, confidentialDataDisks })
    onEdit({ type: 'setEncryption', fields: { confidentialDataDisks }, cells: sets.flatMap(({ cells }) => cells) })
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
      <Stack gap="XS" align="start">
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
      </Stack>
    </IssueField>
  )
}
