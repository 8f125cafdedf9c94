import { makeStyles, Switch, tokens } from '@fluentui/react-components'
import { useState, Fragment } from 'react'
import { Dialog } from '../../ui/dialog/Dialog.tsx'
import { Heading } from '../../ui/Heading.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { portalShortcuts } from './portal-shortcuts.ts'
import type { Key, Shortcut } from './shortcut.ts'
import { isQuestionMarkOn, turnQuestionMark } from './shortcuts-key.ts'
import { useShortcutTexts } from './shortcuts-texts.ts'
import { shownShortcuts } from './use-shortcuts.ts'

const useStyles = makeStyles({ content: { rowGap: tokens.spacingVerticalXL } })

/** The keyboard shortcuts of the page in hand, and of every page. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles()
  const t = useShortcutTexts()
  // Those of the page that it was opened on.
  const [groups] = useState(() => [...shownShortcuts(), portalShortcuts])
  const [isOn, setOn] = useState(isQuestionMarkOn)
  return (
    <Dialog
      title={t.title}
      hasCross
      onClose={onClose}
      className={styles.content}
      isText
      actions={
        <Switch
          label={t.questionMark}
          checked={isOn}
          onChange={(_, { checked }) => {
            turnQuestionMark(checked)
            setOn(checked)
          }}
        />
      }
    >
      {groups.map((group) => {
        const title = group.title(t)
        return (
          <Stack as="section" key={title} gap="S" aria-label={title}>
            <Heading as="h3">{title}</Heading>
            <ShortcutList shortcuts={group.shortcuts} />
          </Stack>
        )
      })}
    </Dialog>
  )
}

const useShortcutListStyles = makeStyles({
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
function ShortcutList({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const styles = useShortcutListStyles()
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
