import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useSearchTexts } from './texts/use-search-texts.ts'

const useStyles = makeStyles({
  keys: {
    ...typographyStyles.caption1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    // Where there is no keyboard, as a rule.
    '@media (max-width: 639px)': { display: 'none' },
  },
  key: {
    marginRight: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontFamily: tokens.fontFamilyBase,
  },
})

/** What the keys do, under the results. */
export function SearchKeys() {
  const styles = useStyles()
  const { hints } = useSearchTexts()
  const keys = [
    ['↑ ↓', hints.move],
    ['Enter', hints.open],
    ['Esc', hints.close],
  ]
  return (
    <div className={styles.keys}>
      {keys.map(([key, does]) => (
        <span key={key}>
          <kbd className={styles.key}>{key}</kbd>
          {does}
        </span>
      ))}
    </div>
  )
}
