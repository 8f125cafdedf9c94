import { Checkbox, Input, makeStyles } from '@fluentui/react-components'
import type { Subscription } from '@portal/portal-api'
import { useBrowseTexts } from '../../../../patterns/list/texts/use-browse-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { useKeyHealthTexts } from '../../texts/use-key-health-texts.ts'
import { offeredPolicies, type AlarmChoice } from './alarm-choice.ts'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  policies: { display: 'flex', flexDirection: 'column' },
})

interface AlarmFieldsProps {
  choice: AlarmChoice
  subscriptions: Subscription[]
  onEdit: (edit: Partial<AlarmChoice>) => void
}

/** Where alarms go, and which policies are assigned. */
export function AlarmFields({ choice, subscriptions, onEdit }: AlarmFieldsProps) {
  const styles = useStyles()
  const { alerts: t } = useKeyHealthTexts()
  const { subscription } = useBrowseTexts()
  const { policies } = choice
  return (
    <div className={styles.fields}>
      <FormRow label={subscription}>
        <Choice<string>
          value={choice.subscriptionId}
          options={subscriptions.map(({ subscriptionId, displayName }) => ({
            value: subscriptionId,
            label: displayName,
          }))}
          onChoose={(subscriptionId) => onEdit({ subscriptionId })}
        />
      </FormRow>
      <FormRow label={t.resourceGroup}>
        <Input
          value={choice.resourceGroupName}
          maxLength={90}
          onChange={(_, { value }) => onEdit({ resourceGroupName: value })}
        />
      </FormRow>
      <FormRow label={t.email}>
        <Input
          type="email"
          value={choice.email}
          maxLength={254}
          onChange={(_, { value }) => onEdit({ email: value })}
        />
      </FormRow>
      <FormRow label={t.policies}>
        <div role="group" aria-label={t.policies} className={styles.policies}>
          {offeredPolicies.map((policy) => (
            <Checkbox
              key={policy}
              label={t.policy[policy]}
              checked={policies.includes(policy)}
              onChange={(_, { checked }) =>
                onEdit({
                  policies: offeredPolicies.filter((one) =>
                    one === policy ? checked === true : policies.includes(one),
                  ),
                })
              }
            />
          ))}
        </div>
      </FormRow>
      <FormRow label={t.effect}>
        <Choice
          value={choice.effect}
          options={[
            { value: 'Audit', label: t.effects.Audit },
            { value: 'Deny', label: t.effects.Deny },
          ]}
          onChoose={(effect) => onEdit({ effect })}
        />
      </FormRow>
    </div>
  )
}
