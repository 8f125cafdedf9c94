import { Input, Switch } from '@fluentui/react-components'
import { type Preparation, type PreparationIssue, proposedRotation, type RotationDays } from '@portal/disk-encryption'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { usePreparationTexts } from '../../texts/use-preparation-texts.ts'
import { withKeyRotation } from './with-key-rotation.ts'

interface KeyRotationFieldsProps {
  preparation: Preparation
  issues: PreparationIssue[]
  onChange: (preparation: Preparation) => void
}

/** Whether the new keys create versions automatically, how often, and when these expire. */
export function KeyRotationFields({ preparation, issues, onChange }: KeyRotationFieldsProps) {
  const t = usePreparationTexts()
  const { keyRotation: rotation } = preparation
  const issue = issues.find(({ field }) => field === 'keyRotation')
  const field = (of: keyof RotationDays, days: RotationDays) => (
    <Input
      type="number"
      min={1}
      value={days[of] === 0 ? '' : String(days[of])}
      onChange={(_, { value }) => onChange(withKeyRotation(preparation, { ...days, [of]: Number(value) }))}
    />
  )
  return (
    <>
      <FormRow label={t.names.keyRotation} hint={t.names.keyRotationHint}>
        <Switch
          checked={rotation !== undefined}
          onChange={(_, { checked }) => onChange(withKeyRotation(preparation, checked ? proposedRotation : undefined))}
        />
      </FormRow>
      {rotation !== undefined && (
        <>
          <FormRow label={t.names.rotateAfter}>{field('rotateAfter', rotation)}</FormRow>
          <FormRow label={t.names.expireAfter} {...(issue && { validationMessage: t.issues[issue.code] })}>
            {field('expireAfter', rotation)}
          </FormRow>
        </>
      )}
    </>
  )
}
