import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  label: { display: 'inline-flex', alignItems: 'center', columnGap: '6px', maxWidth: '100%', verticalAlign: 'middle' },
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
})

/** An icon and its meaning as a word. */
export function IconLabel({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  const styles = useStyles()
  return (
    <span className={styles.label}>
      {icon}
      <span className={styles.text}>{children}</span>
    </span>
  )
}
