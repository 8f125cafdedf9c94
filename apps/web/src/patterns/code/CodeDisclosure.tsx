import { Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useState, type ReactNode } from 'react'
import { useCodeTexts } from './code-texts.ts'

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
  /** the label of the button; by default 'Show code' */
  summary?: string
  children: ReactNode
}

/** Code inside a page, loaded on demand. */
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
