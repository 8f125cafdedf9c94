import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
})

/** A tab below what is proposed for it. */
export function BelowProposals({ proposals, children }: { proposals: ReactNode; children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.column}>
      {proposals}
      <div>{children}</div>
    </div>
  )
}
