import { makeStyles, tokens } from '@fluentui/react-components'
import { useCampaignTexts } from '../texts/use-campaign-texts.ts'

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    maxHeight: '30vh',
    overflowY: 'auto',
  },
})

/** The names of the versions that a dialog is about. */
export function VersionList({ names }: { names: readonly string[] }) {
  const styles = useStyles()
  const t = useCampaignTexts().replace
  return (
    // A list that scrolls is reached with the keyboard.
    <ul className={styles.list} tabIndex={0} aria-label={t.versions}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}
