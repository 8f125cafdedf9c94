import { Field, Input } from '@fluentui/react-components'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useDiskEncryptionSetTexts } from '../texts/use-disk-encryption-set-texts.ts'

interface KeyUrlFieldProps {
  value: string
  message: string | undefined
  onEdit: (edited: { keyUrl: string }) => void
}

/** The URL of a key that is not in a vault of the set's subscription. */
export function KeyUrlField({ value, message, onEdit }: KeyUrlFieldProps) {
  const t = useDiskEncryptionSetTexts().changeKey
  const { suffixes } = useSignedIn().configuration.cloud
  return (
    <Field
      label={t.url}
      required
      hint={t.urlHint(suffixes.keyVaultDns)}
      {...(message !== undefined && { validationMessage: message })}
    >
      <Input
        value={value}
        maxLength={1024}
        spellCheck={false}
        onChange={(_, { value: keyUrl }) => onEdit({ keyUrl })}
      />
    </Field>
  )
}
