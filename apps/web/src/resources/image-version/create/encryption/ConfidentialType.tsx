import { makeStyles, tokens } from '@fluentui/react-components'
import { confidentialVMEncryptionType } from '@portal/image-version'
import { ConceptHelp } from '../../../../patterns/concept-help/ConceptHelp.tsx'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import type { TabProps } from '../tabs.ts'
import { ConfidentialDataDisks } from './ConfidentialDataDisks.tsx'

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
