import { makeStyles, tokens } from '@fluentui/react-components'
import { Fragment } from 'react'
import type { Key, Shortcut } from './shortcut.ts'
import { useShortcutTexts } from './use-shortcut-texts.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'baseline',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  },
  keys: {
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalXS,
    '@media (max-width: 639px)': { marginBottom: tokens.spacingVerticalS },
  },
  combination: { display: 'inline-flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalXS },
  key: {
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
})

/** What shortcuts do, and their keys. */
export function ShortcutList({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const styles = useStyles()
  const t = useShortcutTexts()
  return (
    <dl className={styles.list}>
      {shortcuts.map(({ keys, does }) => {
        const text = does(t)
        return (
          <Fragment key={text}>
            <dt>{text}</dt>
            <dd className={styles.keys}>
              {keys.map((combination, index) => (
                <Fragment key={combination.join()}>
                  {index > 0 && ` ${t.or} `}
                  <span className={styles.combination}>
                    {combination.map((key, at) => (
                      <Fragment key={key}>
                        {at > 0 && '+'}
                        <kbd className={styles.key}>{nameOf(key, t.keys)}</kbd>
                      </Fragment>
                    ))}
                  </span>
                </Fragment>
              ))}
            </dd>
          </Fragment>
        )
      })}
    </dl>
  )
}

function nameOf(key: Key, names: Partial<Record<Key, string>>): string {
  return names[key] ?? key
}
