import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'

const useStyles = makeStyles({
  fields: {
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
    '& :disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'not-allowed' },
    '& :disabled::placeholder': { color: tokens.colorNeutralForegroundDisabled },
  },
})

/** The fields of a draft, all disabled while another tab owns it. */
export function DraftFields({ children }: { children: ReactNode }) {
  const styles = useStyles()
  const isReadOnly = useReadOnlyDraft()
  return (
    <fieldset className={styles.fields} disabled={isReadOnly}>
      {children}
    </fieldset>
  )
}
