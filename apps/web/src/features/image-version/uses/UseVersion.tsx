import { makeStyles, tokens } from '@fluentui/react-components'
import type { ImageVersionUseRow } from '@portal/portal-api'
import { StateLabel } from '../../../ui/StateLabel.tsx'

const useStyles = makeStyles({
  note: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
})

/** The version that something was created from, and what to know about it. */
export function UseVersion({ use: { version, isOutdated }, note }: { use: ImageVersionUseRow; note: string }) {
  const styles = useStyles()
  return (
    <>
      {version || '–'}
      {note !== '' && (
        <span className={styles.note}>{isOutdated ? <StateLabel look="warning">{note}</StateLabel> : note}</span>
      )}
    </>
  )
}
