import { Input, Radio, RadioGroup } from '@fluentui/react-components'
import { atRegion } from '@portal/virtual-machine'
import { useQuery } from '@tanstack/react-query'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'
import type { TabProps } from '../tabs.ts'

/** The subscription and the resource group of the machine. */
export function MachineProjectFields({ plan, inventory, isStale, issues, onEdit, onLeave }: TabProps) {
  const t = useMachineTexts().basics
  const { choose } = useWizardTexts().wizard
  const user = useSignedIn()
  const subscriptions = useQuery(subscriptionsQuery(user))
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
