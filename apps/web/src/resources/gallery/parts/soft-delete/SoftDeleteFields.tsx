import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import type { SoftDeleteIssue } from '@portal/gallery'
import { useFormats } from '../../../../i18n/formats.ts'
import { useRecycleBinTexts } from '../../texts/use-recycle-bin-texts.ts'

const useStyles = makeStyles({
  days: { maxWidth: '240px' },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
})

/** The policy during input. */
export interface SoftDeleteDraft {
  isSoftDeleteEnabled: boolean
  retentionPeriodInDays: string
  gracePeriodInDays: string
}

interface SoftDeleteFieldsProps {
  draft: SoftDeleteDraft
  issues: SoftDeleteIssue[]
  inOtherRegions: string[]
  onEdit: (edited: Partial<SoftDeleteDraft>) => void
}

/** Whether soft delete is on, and for how long; the periods while it is. */
export function SoftDeleteFields({ draft, issues, inOtherRegions, onEdit }: SoftDeleteFieldsProps) {
  const styles = useStyles()
  const t = useRecycleBinTexts().policy
  const { list } = useFormats()
  const messageAt = (field: SoftDeleteIssue['field']) => {
    const issue = issues.find((one) => one.field === field)
    if (issue === undefined) return {}
    return {
      validationMessage:
        issue.code === 'InOtherRegions' ? t.inOtherRegions(list(inOtherRegions)) : t.issues[issue.code],
    }
  }
  return (
    <div className={styles.fields}>
      <Field {...messageAt('isSoftDeleteEnabled')}>
        <Checkbox
          label={t.enable}
          checked={draft.isSoftDeleteEnabled}
          onChange={(_, { checked }) => onEdit({ isSoftDeleteEnabled: checked === true })}
        />
      </Field>
      {draft.isSoftDeleteEnabled &&
        (['retention', 'grace'] as const).map((period) => (
          <Field
            key={period}
            label={t[period]}
            hint={t[`${period}Hint`]}
            required
            {...messageAt(`${period}PeriodInDays`)}
          >
            <Input
              className={styles.days}
              inputMode="numeric"
              autoComplete="off"
              maxLength={5}
              value={draft[`${period}PeriodInDays`]}
              onChange={(_, { value }) => onEdit({ [`${period}PeriodInDays`]: value })}
            />
          </Field>
        ))}
    </div>
  )
}
