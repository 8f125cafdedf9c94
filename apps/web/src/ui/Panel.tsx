import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  panel: {
    padding: '20px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 639px)': { padding: '16px' },
  },
})

/** A surface on the page that groups related content. */
export function Panel({ children }: { children: ReactNode }) {
  const styles = useStyles()
  return <div className={styles.panel}>{children}</div>
}
