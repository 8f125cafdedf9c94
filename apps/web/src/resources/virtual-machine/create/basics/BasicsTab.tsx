import { makeStyles, tokens, Input, Radio, RadioGroup, Checkbox, Text } from '@fluentui/react-components'
import { isBlocking } from '@portal/image-version'
import {
  atRegion,
  machineSecurityTypes,
  type VirtualMachinePlan,
  proposedSize,
  requiresNvme,
  supportsNvme,
} from '@portal/virtual-machine'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice, FilteredChoice } from '../../../../ui/Choice.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { shows } from '../../../../ui/shows.ts'
import { Stack } from '../../../../ui/Stack.tsx'
import { ChangeDiskControllers } from '../../../image-definition/parts/disk-controllers/ChangeDiskControllers.tsx'
import { useMachineTexts } from '../../texts/machine-texts.ts'
import { PurchasePlanField } from '../PurchasePlanField.tsx'
import type { TabProps } from '../tabs.ts'
import { AdministratorFields, type AdministratorFieldsProps } from './AdministratorFields.tsx'
import { isSizeFound, sizeOptions, sizesForNvme } from './size-options.ts'

type BasicsTabProps = AdministratorFieldsProps & SizeFieldProps & { imageLabel: string }

/** The machine's target, its properties, and its administrator. */
export function BasicsTab(props: BasicsTabProps) {
  return (
    <Stack gap="XXXL">
      <MachineProjectFields {...props} />
      <InstanceFields {...props} />
      <AdministratorFields {...props} />
    </Stack>
  )
}

/** The subscription and the resource group of the machine. */
function MachineProjectFields({ plan, inventory, isStale, issues, onEdit, onLeave }: TabProps) {
  const t = useMachineTexts().basics
  const { choose } = useWizardTexts().wizard
  const subscriptions = useRead(subscriptionsQuery)
  const field = { issues, onLeave }
  const { resourceGroup } = plan
  return (
    <Section title={t.project}>
      <IssueField {...field} path={['subscriptionId']} label={t.subscription} required>
        <Choice
          value={plan.subscriptionId}
          options={(subscriptions.data ?? []).map(({ subscriptionId, displayName }) => ({
            value: subscriptionId,
            label: displayName,
          }))}
          placeholder={choose}
          onChoose={(subscriptionId) => {
            const moved = { ...plan, subscriptionId, resourceGroup: { isNew: false, name: '' } }
            onEdit(atRegion(moved, plan.location, inventory.image))
          }}
        />
      </IssueField>
      <FormRow label={t.resourceGroup}>
        <RadioGroup
          layout="horizontal"
          value={resourceGroup.isNew ? 'new' : 'existing'}
          onChange={(_, { value }) => onEdit({ resourceGroup: { isNew: value === 'new', name: '' } })}
        >
          <Radio value="existing" label={t.existingGroup} />
          <Radio value="new" label={t.newGroup} />
        </RadioGroup>
      </FormRow>
      {resourceGroup.isNew ? (
        <IssueField {...field} path={['resourceGroup']} label={t.newGroupName} hint={t.newGroupHint} required>
          <Input
            value={resourceGroup.name}
            onChange={(_, { value }) => onEdit({ resourceGroup: { isNew: true, name: value } })}
          />
        </IssueField>
      ) : (
        <IssueField
          {...field}
          path={['resourceGroup']}
          label={t.existingGroupName}
          hint={
            !isStale && plan.subscriptionId !== '' && inventory.resourceGroups.length === 0 ? t.noGroups : undefined
          }
          required
        >
          <Choice
            value={resourceGroup.name}
            options={inventory.resourceGroups.map(({ name }) => ({ value: name, label: name }))}
            placeholder={choose}
            onChoose={(name) => onEdit({ resourceGroup: { isNew: false, name } })}
          />
        </IssueField>
      )}
    </Section>
  )
}

const useInstanceFieldsStyles = makeStyles({
  readOnly: { paddingTop: tokens.spacingVerticalSNudge, overflowWrap: 'anywhere' },
})

/** The machine's name, where it runs, and its security. */
function InstanceFields(props: SizeFieldProps & { imageLabel: string }) {
  const { plan, inventory, issues, onEdit, onLeave, imageLabel } = props
  const styles = useInstanceFieldsStyles()
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
          <Stack role="group" aria-label={t.securityTypes[plan.securityType]}>
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
          </Stack>
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

interface SizeFieldProps extends TabProps {
  /** the image definition has changed: it is to be read again */
  onDefinitionChange: () => void
}

/** The size of the machine, and the way to use sizes for which the image definition lacks NVMe. */
function SizeField(props: SizeFieldProps) {
  const { plan, inventory, issues, onEdit, onLeave, onDefinitionChange } = props
  const texts = useMachineTexts().basics.sizes
  const { choose } = useWizardTexts().wizard
  const formats = useFormats()
  const { imageDefinition, image } = inventory
  // The sizes that require NVMe are of generation 2.
  const mayGetNvme = imageDefinition.hyperVGeneration === 'V2' && !supportsNvme(inventory)
  const chosen = inventory.sizes.find(({ name }) => name === plan.size)
  const hasNvme = chosen !== undefined && requiresNvme(chosen) && !issues.some(isBlocking)
  return (
    <IssueField
      issues={issues}
      onLeave={onLeave}
      path={['size']}
      label={texts.size}
      hint={useHint(props)}
      required
      beside={
        mayGetNvme && (
          <ChangeDiskControllers definition={imageDefinition} startsAt={image.name} onChanged={onDefinitionChange} />
        )
      }
    >
      <FilteredChoice
        {...shows(
          sizesForNvme(plan, inventory) > 0 ? 'sizes-for-nvme' : undefined,
          hasNvme ? 'size-with-nvme' : undefined,
        )}
        value={plan.size}
        options={sizeOptions(plan, inventory, { texts, formats })}
        isFound={isSizeFound}
        none={texts.noneFound}
        placeholder={choose}
        onChoose={(size) => onEdit({ size })}
      />
    </IssueField>
  )
}

function useHint({ plan, inventory, isStale }: TabProps): string | undefined {
  const texts = useMachineTexts().basics.sizes
  if (plan.location === '') return texts.afterRegion
  if (isStale) return undefined
  const forNvme = sizesForNvme(plan, inventory)
  if (forNvme > 0) return texts.forNvme(forNvme)
  const proposed = proposedSize(plan, inventory)
  if (proposed === '') return texts.none
  return plan.size === proposed ? texts.proposed : undefined
}
