import { Input, Radio, RadioGroup, Text, Textarea } from '@fluentui/react-components'
import { useMachineTexts } from '../../../i18n/machines/use-machine-texts.ts'
import { IssueField } from '../../../parts/wizard/IssueField.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { TabProps } from '../tabs.ts'

export interface AdministratorFieldsProps extends TabProps {
  /** the password or SSH public key: it lives in the wizard alone, in no draft and no plan */
  adminSecret: string
  onAdminSecret: (adminSecret: string) => void
}

/** The administrator of a machine from a generalized image; a specialized one includes its accounts. */
export function AdministratorFields(props: AdministratorFieldsProps) {
  const { plan, inventory, issues, onEdit, onLeave, adminSecret, onAdminSecret } = props
  const t = useMachineTexts().basics
  const field = { issues, onLeave }
  const { osState, osType } = inventory.imageDefinition
  if (osState === 'Specialized')
    return (
      <Section title={t.administrator}>
        <Text>{t.specialized}</Text>
      </Section>
    )
  const usesPassword = osType === 'Windows' || plan.authenticationType === 'Password'
  return (
    <Section title={t.administrator}>
      {osType === 'Linux' && (
        <FormRow label={t.authenticationType}>
          <RadioGroup
            layout="horizontal"
            value={plan.authenticationType}
            onChange={(_, { value }) => {
              onAdminSecret('')
              onEdit({ authenticationType: value === 'Password' ? 'Password' : 'SshPublicKey' })
            }}
          >
            <Radio value="SshPublicKey" label={t.authenticationTypes.SshPublicKey} />
            <Radio value="Password" label={t.authenticationTypes.Password} />
          </RadioGroup>
        </FormRow>
      )}
      <IssueField {...field} path={['adminUsername']} label={t.username} required>
        <Input
          value={plan.adminUsername}
          autoComplete="off"
          onChange={(_, { value }) => onEdit({ adminUsername: value })}
        />
      </IssueField>
      {usesPassword ? (
        <IssueField {...field} path={['adminSecret']} label={t.password} hint={t.secretHint} required>
          <Input
            type="password"
            autoComplete="new-password"
            value={adminSecret}
            onChange={(_, { value }) => onAdminSecret(value)}
          />
        </IssueField>
      ) : (
        <IssueField
          {...field}
          path={['adminSecret']}
          label={t.sshPublicKey}
          hint={`${t.sshPublicKeyHint} ${t.secretHint}`}
          required
        >
          <Textarea
            rows={4}
            autoComplete="off"
            spellCheck={false}
            value={adminSecret}
            onChange={(_, { value }) => onAdminSecret(value)}
          />
        </IssueField>
      )}
    </Section>
  )
}
