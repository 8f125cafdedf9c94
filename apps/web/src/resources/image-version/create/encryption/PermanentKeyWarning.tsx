import { Button, makeStyles, Popover, PopoverSurface, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { StateLabel } from '../../../../ui/StateLabel.tsx'

const useStyles = makeStyles({
  note: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', fontSize: tokens.fontSizeBase200 },
  more: { minWidth: 'auto', height: '20px', textDecorationLine: 'underline' },
  text: { maxWidth: 'min(400px, calc(100vw - 48px))' },
})

/** That own keys are for good, in one line; the rest is over the page, which stays where it is. */
export function PermanentKeyWarning() {
  const styles = useStyles()
  const t = useWizardTexts().wizard.encryption
  const [button, setButton] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <span className={styles.note}>
      <StateLabel look="warning">{t.finalTitle}</StateLabel>
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
    </span>
  )
}
