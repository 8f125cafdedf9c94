import { makeStyles, Subtitle2, Switch, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog/Dialog.tsx'
import { portalShortcuts } from './portal-shortcuts.ts'
import { ShortcutList } from './ShortcutList.tsx'
import { isQuestionMarkOn, turnQuestionMark } from './shortcuts-key.ts'
import { useShortcutTexts } from './use-shortcut-texts.ts'
import { shownShortcuts } from './use-shortcuts.ts'

const useStyles = makeStyles({
  content: { rowGap: tokens.spacingVerticalXL },
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: { margin: 0 },
})

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
      cross={t.close}
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
          <section key={title} className={styles.group} aria-label={title}>
            <Subtitle2 as="h3" className={styles.heading}>
              {title}
            </Subtitle2>
            <ShortcutList shortcuts={group.shortcuts} />
          </section>
        )
      })}
    </Dialog>
  )
}
