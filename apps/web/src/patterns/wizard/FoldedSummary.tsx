import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import { useId, useState, type ReactNode } from 'react'
import { useSummaryTexts } from './texts/use-summary-texts.ts'

const narrow = '@media (max-width: 639px)'

const useStyles = makeStyles({
  // a line of its own above the buttons; in a narrow window at their end, without its words
  toggle: {
    flexBasis: '100%',
    justifyContent: 'start',
    paddingLeft: 0,
    fontWeight: tokens.fontWeightRegular,
    [narrow]: { flexBasis: 'auto', order: 1, marginInlineStart: 'auto' },
  },
  line: { [narrow]: { display: 'none' } },
  content: {
    flexBasis: '100%',
    maxHeight: '50vh',
    overflowY: 'auto',
    paddingBottom: tokens.spacingVerticalS,
    maxWidth: '480px',
    [narrow]: { order: -1 },
  },
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
    <>
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
        {t.title}
        <span className={styles.line}>: {line}</span>
      </Button>
      <div id={content} hidden={!isOpen} className={styles.content}>
        {isOpen && children}
      </div>
    </>
  )
}
