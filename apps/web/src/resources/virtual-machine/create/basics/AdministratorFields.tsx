import { Input, Radio, RadioGroup, Text, Textarea } from '@fluentui/react-components'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { useKeyPairTexts } from '../../texts/key-pair-texts.ts'
import { useMachineTexts } from '../../texts/machine-texts.ts'
import { KeyPairFields } from '../key-pair/KeyPairFields.tsx'
import type { AdministratorSecret } from '../key-pair/use-administrator-secret.ts'
import type { TabProps } from '../tabs.ts'

/** with the password or SSH public key: it is in no plan */
export type AdministratorFieldsProps = TabProps & AdministratorSecret

/** The administrator of a machine from a generalized image; a specialized one includes its accounts. */
export function AdministratorFields(props: AdministratorFieldsProps) {
  const { plan, inventory, issues, onEdit, onLeave, adminSecret, onAdminSecret, keySource } = props
  const t = useMachineTexts().basics
  const keys = useKeyPairTexts()
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
              const authenticationType = value === 'Password' ? 'Password' : 'SshPublicKey'
              props.onAuthenticationType(authenticationType)
              onEdit({ authenticationType })
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
      {!usesPassword && (
        <FormRow label={keys.source}>
          <RadioGroup
            layout="horizontal"
            value={keySource}
            onChange={(_, { value }) => props.onKeySource(value === 'existing' ? 'existing' : 'generate')}
          >
            <Radio value="generate" label={keys.sources.generate} />
            <Radio value="existing" label={keys.sources.existing} />
          </RadioGroup>
        </FormRow>
      )}
      {usesPassword ? (
        <IssueField {...field} path={['adminSecret']} label={t.password} hint={t.secretHint} required>
          <Input
            type="password"
            autoComplete="new-password"
            value={adminSecret}
            onChange={(_, { value }) => onAdminSecret(value)}
          />
        </IssueField>
      ) : keySource === 'generate' ? (
        <KeyPairFields {...props} />
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
