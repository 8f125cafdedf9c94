import { Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useState, type ReactNode } from 'react'
import { useCodeTexts } from '../../i18n/code/use-code-texts.ts'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content', fontWeight: tokens.fontWeightSemibold },
  code: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
    minWidth: 0,
    '& pre': { maxHeight: '480px' },
  },
})

interface CodeDisclosureProps {
  /** what opens it; 'Show code' by itself */
  summary?: string
  children: ReactNode
}

/** Code inside a page, which comes when it is asked for. */
export function CodeDisclosure({ summary, children }: CodeDisclosureProps) {
  const styles = useStyles()
  const t = useCodeTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{summary ?? t.show}</summary>
      {isOpen && (
        <div className={styles.code}>
          <Suspense fallback={<Spinner size="small" label={t.loading} />}>{children}</Suspense>
        </div>
      )}
    </details>
  )
}
