import { Input } from '@fluentui/react-components'
import type { CrossTenantKey, Preparation, PreparationIssue } from '@portal/disk-encryption'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { Code } from '../../../../patterns/code/lazy-code.ts'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { usePreparationTexts } from '../../texts/preparation-texts.ts'
import { CrossTenantRequest } from './CrossTenantRequest.tsx'
import { withCrossTenantKeys } from './with-cross-tenant-keys.ts'

interface CrossTenantFieldsProps {
  preparation: Preparation
  /** the names of the regions */
  regions: string[]
  issues: PreparationIssue[]
  onChange: (preparation: Preparation) => void
}

type Shared = Exclude<keyof CrossTenantKey, 'keyUrl'>

/** What the sets access keys of another tenant with, and what each tenant does before. */
export function CrossTenantFields({ preparation, regions, issues, onChange }: CrossTenantFieldsProps) {
  const t = usePreparationTexts()
  const key = preparation.regions[0]?.crossTenantKey
  if (key === undefined) return null
  const row = (of: Shared, label: string, hint: string) => {
    const issue = issues.find(({ field }) => field === of)
    return (
      <FormRow
        label={label}
        hint={hint}
        required
        {...(issue && key[of] !== '' && { validationMessage: t.issues[issue.code] })}
      >
        <Input
          value={key[of]}
          maxLength={1024}
          spellCheck={false}
          onChange={(_, { value }) => onChange(withCrossTenantKeys(preparation, { [of]: value.trim() }))}
        />
      </FormRow>
    )
  }
  const hasClient = issues.every(({ field }) => field !== 'federatedClientId')
  return (
    <>
      {row('federatedClientId', t.elsewhere.client, t.elsewhere.clientHint)}
      {row('userAssignedIdentityId', t.elsewhere.identity, t.elsewhere.identityHint)}
      <CodeDisclosure summary={t.elsewhere.here}>
        <Code access={preparation} />
      </CodeDisclosure>
      {hasClient && (
        <CodeDisclosure summary={t.elsewhere.there}>
          <CrossTenantRequest preparation={preparation} regions={regions} />
        </CodeDisclosure>
      )}
    </>
  )
}
