import { Link, makeStyles, Popover, PopoverSurface, Text, tokens } from '@fluentui/react-components'
import { OpenRegular } from '@fluentui/react-icons'
import { useId } from 'react'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { useConceptTexts } from '../../i18n/portal/use-concept-texts.ts'
import { helpPath } from '../../paths.ts'
import { guideSection, learnAddress, type Concept } from './concepts.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    width: '360px',
    maxWidth: 'calc(100vw - 16px)',
    boxSizing: 'border-box',
  },
  text: { margin: 0 },
  links: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  link: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
})

interface ConceptCardProps {
  concept: Concept
  /** what opened the card: it stands beside it, and hands the focus back to it */
  trigger: HTMLElement
  onClose: () => void
}

/** What a term means, and where to read more: at Microsoft and in the guide, both in tabs of their own. */
export function ConceptCard({ concept, trigger, onClose }: ConceptCardProps) {
  const styles = useStyles()
  const { learnMore, guide, terms } = useConceptTexts()
  const { name, text } = terms[concept]
  const language = useLanguage()
  const id = useId()
  return (
    <Popover
      open
      trapFocus
      withArrow
      positioning={{ target: trigger, position: 'below', align: 'start', overflowBoundaryPadding: 8 }}
      onOpenChange={({ type, target }) => {
        // A press of the trigger closes by itself; one elsewhere has taken the focus there.
        if (target instanceof Node && trigger.contains(target)) return
        onClose()
        if (type === 'keydown') trigger.focus()
      }}
    >
      <PopoverSurface className={styles.card} aria-labelledby={`${id}name`} aria-describedby={`${id}text`}>
        <Text id={`${id}name`} weight="semibold">
          {name}
        </Text>
        <p id={`${id}text`} className={styles.text}>
          {text}
        </p>
        <div className={styles.links}>
          <ElsewhereLink href={learnAddress(concept, language)} text={learnMore} />
          <ElsewhereLink href={helpPath(guideSection(name))} text={guide} />
        </div>
      </PopoverSurface>
    </Popover>
  )
}

/** A link in a new tab, so that a form that is half filled stays where it is. */
function ElsewhereLink({ href, text }: { href: string; text: string }) {
  const styles = useStyles()
  const { shell } = useTexts()
  return (
    <Link href={href} target="_blank" rel="noreferrer" className={styles.link}>
      {text}
      <OpenRegular aria-label={shell.openedElsewhere} />
    </Link>
  )
}
