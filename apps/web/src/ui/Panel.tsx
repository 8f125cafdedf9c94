import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  panel: {
    padding: '20px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 639px)': { padding: '16px' },
  },
  dense: { paddingTop: '12px', paddingBottom: '12px' },
})

/** A surface on the page that groups related content; `isDense`: with less room above it. */
export function Panel({ isDense = false, children }: { isDense?: boolean; children: ReactNode }) {
  const styles = useStyles()
  return <div className={mergeClasses(styles.panel, isDense && styles.dense)}>{children}</div>
}
