import { Field, Input } from '@fluentui/react-components'
import { useDiskEncryptionSetTexts } from '../../i18n/use-disk-encryption-set-texts.ts'

interface KeyUrlFieldProps {
  value: string
  message: string | undefined
  onEdit: (edited: { keyUrl: string }) => void
}

/** The URL of a key that is not in a vault of the set's subscription. */
export function KeyUrlField({ value, message, onEdit }: KeyUrlFieldProps) {
  const t = useDiskEncryptionSetTexts().changeKey
  return (
    <Field label={t.url} required hint={t.urlHint} {...(message !== undefined && { validationMessage: message })}>
      <Input
        value={value}
        maxLength={1024}
        spellCheck={false}
        onChange={(_, { value: keyUrl }) => onEdit({ keyUrl })}
      />
    </Field>
  )
}
