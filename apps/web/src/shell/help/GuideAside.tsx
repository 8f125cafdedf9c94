import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
  SearchBox,
} from '@fluentui/react-components'
import { useState, type KeyboardEvent } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { paths } from '../../paths.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'
import type { GuideHeading } from './guide.ts'
import { GuideHeadings, GuidePages } from './GuideNavigation.tsx'
import { useHelpTexts } from './help-texts.ts'

const useStyles = makeStyles({
  panel: { marginInline: '12px 0', marginBottom: '8px' },
  checks: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
})

interface Props {
  className: string
  /** the name of the page that is shown; '' for none */
  current: string
  headings: GuideHeading[]
  isWide: boolean
  search: GuideSearchFieldProps
}

/** What leads through the guide: the search, its pages, and in a narrow window the headings of this one too. */
export function GuideAside({ className, current, headings, isWide, search }: Props) {
  return (
    <div className={className}>
      <GuideSearchField {...search} />
      {isWide ? <GuidePages current={current} hasTitle /> : <FoldedLists current={current} headings={headings} />}
      <Check />
    </div>
  )
}

/** The page that checks whether all is ready for the user: it is looked for where help is. */
function Check() {
  const styles = useStyles()
  const { shell } = useTexts()
  return (
    <div className={styles.checks}>
      <RouteLink href={paths.access}>{shell.sections.access}</RouteLink>
    </div>
  )
}

/** The lists folded together, for a window that has room for one column. They fold again once something is chosen. */
function FoldedLists({ current, headings }: Pick<Props, 'current' | 'headings'>) {
  const t = useHelpTexts()
  const styles = useStyles()
  const [open, setOpen] = useState<unknown>()
  const [shown, setShown] = useState(current)
  if (shown !== current) {
    setShown(current)
    setOpen(undefined)
  }
  return (
    <Accordion collapsible openItems={open ? [open] : []} onToggle={(_, { openItems }) => setOpen(openItems[0])}>
      <AccordionItem value="pages">
        <AccordionHeader>{t.pages}</AccordionHeader>
        <AccordionPanel className={styles.panel}>
          <GuidePages current={current} />
        </AccordionPanel>
      </AccordionItem>
      {headings.length > 1 && (
        <AccordionItem value="headings">
          <AccordionHeader>{t.onThisPage}</AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <GuideHeadings headings={headings} onChosen={() => setOpen(undefined)} />
          </AccordionPanel>
        </AccordionItem>
      )}
    </Accordion>
  )
}

const useGuideSearchFieldStyles = makeStyles({ search: { width: '100%', maxWidth: '480px', marginBottom: '16px' } })

interface GuideSearchFieldProps {
  text: string
  /** of the list of what is found */
  resultsId: string
  onChange: (text: string) => void
}

/** Where one types what the guide is searched for. Arrow down goes to what is found, Enter opens the first of it. */
function GuideSearchField({ text, resultsId, onChange }: GuideSearchFieldProps) {
  const t = useHelpTexts()
  const styles = useGuideSearchFieldStyles()
  const goToResults = (event: KeyboardEvent) => {
    const first = document.getElementById(resultsId)?.querySelector('a')
    if (!first || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
    event.preventDefault()
    first.focus()
    if (event.key === 'Enter') first.click()
  }
  return (
    <div role="search">
      <SearchBox
        className={styles.search}
        aria-label={t.search}
        placeholder={t.search}
        maxLength={100}
        dismiss={{ 'aria-label': t.clearSearch }}
        value={text}
        onChange={(_, { value }) => onChange(value)}
        onKeyDown={goToResults}
      />
    </div>
  )
}
