import { makeStyles, Popover, PopoverSurface, Text, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useLanguage } from '../../i18n/language.ts'
import { helpPath } from '../../paths.ts'
import { NewTabLink, SafeLink } from '../../ui/SafeLink.tsx'
import { useConceptTexts } from './concepts-texts.ts'
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
})

interface ConceptCardProps {
  concept: Concept
  /** the button that opened the card, which is placed beside it and returns the focus to it */
  trigger: HTMLElement
  onClose: () => void
}

/** What a term means, and where to read more. Links open in new tabs, so that a form stays as it is. */
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
          <SafeLink href={learnAddress(concept, language)}>{learnMore}</SafeLink>
          <NewTabLink href={helpPath(guideSection(name))}>{guide}</NewTabLink>
        </div>
      </PopoverSurface>
    </Popover>
  )
}
