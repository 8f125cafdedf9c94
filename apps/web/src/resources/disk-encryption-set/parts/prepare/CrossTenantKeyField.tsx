import { Field, Input, makeStyles } from '@fluentui/react-components'
import type { PreparationIssue } from '@portal/disk-encryption'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { usePreparationTexts } from '../../texts/use-preparation-texts.ts'

const useStyles = makeStyles({
  wide: { gridColumnStart: 1, gridColumnEnd: -1 },
})

interface CrossTenantKeyFieldProps {
  value: string
  /** its name */
  region: string
  issue: PreparationIssue | undefined
  onChange: (keyUrl: string) => void
}

/** The URL of a region's key in another tenant. */
export function CrossTenantKeyField({ value, region, issue, onChange }: CrossTenantKeyFieldProps) {
  const styles = useStyles()
  const t = usePreparationTexts()
  const { suffixes } = useSignedIn().configuration.cloud
  return (
    <Field
      label={t.elsewhere.keyUrl}
      className={styles.wide}
      hint={t.elsewhere.keyUrlHint(suffixes.keyVaultDns)}
      required
      {...(issue && value !== '' && { validationMessage: t.issues[issue.code] })}
    >
      <Input
        aria-label={t.names.labelIn(t.elsewhere.keyUrl, region)}
        value={value}
        maxLength={1024}
        spellCheck={false}
        onChange={(_, { value: keyUrl }) => onChange(keyUrl.trim())}
      />
    </Field>
  )
}
