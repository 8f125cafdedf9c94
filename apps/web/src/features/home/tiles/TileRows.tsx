import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({ list: { listStyle: 'none', margin: 0, padding: 0 } })

/** The rows of a tile, named like it. */
export function TileRows({ label, children }: { label: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <ul aria-label={label} className={styles.list}>
      {children}
    </ul>
  )
}
