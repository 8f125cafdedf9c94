import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Popover,
  PopoverSurface,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import { useNarrow } from '../../../ui/use-narrow.ts'

const useStyles = makeStyles({
  bar: { minHeight: '32px' },
  more: { minWidth: 'auto', marginBlock: '-2px', textDecorationLine: 'underline' },
  text: { maxWidth: 'min(400px, calc(100vw - 48px))' },
})

/** That own keys are for good, in one line; the rest is over the page, which stays where it is. */
export function PermanentKeyWarning() {
  const styles = useStyles()
  const isNarrow = useNarrow()
  const t = useWizardTexts().wizard.encryption
  const [button, setButton] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <MessageBar intent="warning" layout={isNarrow ? 'multiline' : 'singleline'} className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t.finalTitle}</MessageBarTitle>
        {/* No <button>: the fields of a draft that another tab works on are disabled, and this is not. */}
        <Button
          as="a"
          ref={setButton}
          className={styles.more}
          appearance="transparent"
          size="small"
          aria-label={t.moreAbout(t.finalTitle)}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t.more}
        </Button>
        {/* Mounted only while it is open: a popover at rest keeps focus traps on the page. */}
        {isOpen && button && (
          <Popover
            open
            trapFocus
            withArrow
            positioning={{ target: button, position: 'below', overflowBoundaryPadding: 8 }}
            onOpenChange={({ type, target }) => {
              if (target instanceof Node && button.contains(target)) return
              setOpen(false)
              if (type === 'keydown') button.focus()
            }}
          >
            <PopoverSurface className={styles.text} tabIndex={-1} aria-label={t.finalTitle}>
              {t.final}
            </PopoverSurface>
          </Popover>
        )}
      </MessageBarBody>
    </MessageBar>
  )
}
