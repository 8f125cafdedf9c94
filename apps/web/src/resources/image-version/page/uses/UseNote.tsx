import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  note: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
})

/** The second line of a cell, in a quieter colour. */
export function UseNote({ children }: { children: ReactNode }) {
  const styles = useStyles()
  return <span className={styles.note}>{children}</span>
}
