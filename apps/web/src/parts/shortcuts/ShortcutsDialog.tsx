import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Subtitle2,
  Switch,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useShortcutTexts } from '../../i18n/portal/use-shortcut-texts.ts'
import { useFocusReturn } from '../../ui/dialog/use-focus-return.ts'
import { isQuestionMarkOn, turnQuestionMark } from './asks-for-shortcuts.ts'
import { portalShortcuts } from './portal-shortcuts.ts'
import { ShortcutList } from './ShortcutList.tsx'
import { shownShortcuts } from './use-shortcuts.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
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
  useFocusReturn()
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle
            action={<Button appearance="subtle" aria-label={t.close} icon={<DismissRegular />} onClick={onClose} />}
          >
            {t.title}
          </DialogTitle>
          {/* Focusable, so that the arrow keys scroll it. */}
          <DialogContent className={styles.content} tabIndex={0}>
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
          </DialogContent>
          <DialogActions position="start">
            <Switch
              label={t.questionMark}
              checked={isOn}
              onChange={(_, { checked }) => {
                turnQuestionMark(checked)
                setOn(checked)
              }}
            />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
