import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import { useId, useState, type ReactNode } from 'react'
import { useSummaryTexts } from '../../i18n/wizard/use-summary-texts.ts'

const useStyles = makeStyles({
  // a line of its own above the buttons
  fold: { flexBasis: '100%', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  toggle: { alignSelf: 'start', paddingLeft: 0, fontWeight: tokens.fontWeightRegular },
  content: { maxHeight: '50vh', overflowY: 'auto', paddingBottom: tokens.spacingVerticalS, maxWidth: '480px' },
})

interface FoldedSummaryProps {
  /** the summary in a few words */
  line: string
  children: ReactNode
}

/** The summary in a window without room for it: one line, which opens. */
export function FoldedSummary({ line, children }: FoldedSummaryProps) {
  const styles = useStyles()
  const t = useSummaryTexts()
  const [isOpen, setOpen] = useState(false)
  const content = useId()
  return (
    <div className={styles.fold}>
      <Button
        className={styles.toggle}
        appearance="transparent"
        size="small"
        icon={isOpen ? <ChevronDownRegular /> : <ChevronUpRegular />}
        aria-expanded={isOpen}
        aria-controls={content}
        title={isOpen ? t.hide : t.show}
        onClick={() => setOpen(!isOpen)}
      >
        {t.title}: {line}
      </Button>
      <div id={content} hidden={!isOpen} className={styles.content}>
        {isOpen && children}
      </div>
    </div>
  )
}
