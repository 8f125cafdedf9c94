import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Info16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { useConceptTexts } from './concepts-texts.ts'
import type { Concept } from './concepts.ts'

const ConceptCard = lazyPart(() => import('./ConceptCard.tsx').then((part) => part.ConceptCard))

const useStyles = makeStyles({
  // No taller than the line of the label beside it, which keeps its place.
  place: { display: 'inline-flex', marginBlock: '-2px', verticalAlign: 'middle' },
  button: {
    minWidth: '24px',
    width: '24px',
    height: '24px',
    padding: 0,
    color: tokens.colorNeutralForeground3,
    textDecorationLine: 'none',
  },
})

/** An (i) beside a label or heading, which says what a term means and where to read more. */
export function ConceptHelp({ concept }: { concept: Concept }) {
  const styles = useStyles()
  const { help, terms } = useConceptTexts()
  const [trigger, setTrigger] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    // To leave the help is not to leave the field that it is about.
    <span className={styles.place} onBlur={(event) => event.stopPropagation()}>
      {/* No <button>: the fields of a draft that another tab works on are disabled, and its help is not. */}
      <Button
        as="a"
        ref={setTrigger}
        className={styles.button}
        appearance="transparent"
        size="small"
        icon={<Info16Regular />}
        aria-label={help(terms[concept].name)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onFocus={ConceptCard.preload}
        onPointerEnter={ConceptCard.preload}
        onClick={() => setOpen(!isOpen)}
      />
      {/* Mounted only while it is open: a popover at rest keeps focus traps on the page. */}
      {isOpen && trigger && <ConceptCard concept={concept} trigger={trigger} onClose={() => setOpen(false)} />}
    </span>
  )
}
