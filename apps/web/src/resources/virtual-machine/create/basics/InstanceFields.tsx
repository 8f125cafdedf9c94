import { Checkbox, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { atRegion, machineSecurityTypes, type VirtualMachinePlan } from '@portal/virtual-machine'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'
import { PurchasePlanField } from '../purchase-plan/PurchasePlanField.tsx'
import { SizeField, type SizeFieldProps } from './SizeField.tsx'

const useStyles = makeStyles({
  readOnly: { paddingTop: tokens.spacingVerticalSNudge, overflowWrap: 'anywhere' },
  checks: { display: 'flex', flexDirection: 'column' },
})

/** The machine's name, where it runs, and its security. */
export function InstanceFields(props: SizeFieldProps & { imageLabel: string }) {
  const { plan, inventory, issues, onEdit, onLeave, imageLabel } = props
  const styles = useStyles()
  const t = useMachineTexts()
  const { choose } = useWizardTexts().wizard
  const field = { issues, onLeave }
  const securityTypes = machineSecurityTypes(inventory.imageDefinition.securityType)
  return (
    <Section title={t.basics.instance}>
      <IssueField {...field} path={['name']} label={t.basics.name} required>
        <Input value={plan.name} onChange={(_, { value }) => onEdit(renamed(plan, value.trim()))} />
      </IssueField>
      <IssueField {...field} path={['location']} label={t.basics.region} hint={t.basics.regionHint} required>
        <Choice
          value={plan.location}
          options={inventory.image.regions.map(({ name, displayName, isReplicated }) => ({
            value: name,
            label: displayName,
            ...(!isReplicated && { detail: t.basics.notReplicated, disabled: true }),
          }))}
          placeholder={choose}
          onChoose={(location) => onEdit(atRegion(plan, location, inventory.image))}
        />
      </IssueField>
      <IssueField {...field} path={['imageVersionId']} label={t.basics.image}>
        <Text className={styles.readOnly}>{imageLabel}</Text>
      </IssueField>
      <PurchasePlanField {...props} />
      <IssueField {...field} path={['securityType']} label={t.basics.securityType} required>
        <Choice
          value={plan.securityType ?? ''}
          options={securityTypes.map((type) => ({ value: type, label: t.securityTypes[type] }))}
          placeholder={choose}
          onChoose={(securityType) => onEdit({ securityType })}
        />
      </IssueField>
      {plan.securityType !== 'Standard' && plan.securityType !== null && (
        <FormRow label={null}>
          <div className={styles.checks} role="group" aria-label={t.securityTypes[plan.securityType]}>
            <Checkbox
              label={t.basics.secureBoot}
              checked={plan.secureBoot}
              onChange={(_, { checked }) => onEdit({ secureBoot: checked === true })}
            />
            <Checkbox
              label={t.basics.vTpm}
              // A confidential machine is not without.
              checked={plan.vTpm || plan.securityType === 'ConfidentialVM'}
              disabled={plan.securityType === 'ConfidentialVM'}
              onChange={(_, { checked }) => onEdit({ vTpm: checked === true })}
            />
          </div>
        </FormRow>
      )}
      <SizeField {...props} />
    </Section>
  )
}

/** With the matching name of the new network, unless the user has changed that. */
function renamed(plan: VirtualMachinePlan, name: string): Partial<VirtualMachinePlan> {
  const { network } = plan
  const isOwn = network.type === 'New' && ['', `${plan.name}-vnet`].includes(network.virtualNetworkName)
  return { name, ...(isOwn && { network: { ...network, virtualNetworkName: name === '' ? '' : `${name}-vnet` } }) }
}
