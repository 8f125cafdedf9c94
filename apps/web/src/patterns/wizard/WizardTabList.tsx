import {
  CounterBadge,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { shows } from '../../ui/shows.ts'
import { useNarrow } from '../../ui/use-narrow.ts'
import { tabShortcuts } from '../shortcuts/portal-shortcuts.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { useWizardTexts } from './texts/use-wizard-texts.ts'
import type { Wizard } from './use-wizard.ts'
import { isReview } from './wizard-tabs.ts'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  label: { display: 'inline-flex', columnGap: tokens.spacingHorizontalXS, alignItems: 'center', whiteSpace: 'nowrap' },
  // The name of the selected tab is bold, which takes some of the room on the right.
  tab: {
    overflow: 'visible',
    paddingTop: '10px',
    paddingBottom: '10px',
    '& .fui-Tab__content': { justifySelf: 'start' },
  },
  // Between two tabs: no tab moves when a number comes, and the line under a name is as long as the name.
  steps: { alignSelf: 'start', fontWeight: tokens.fontWeightSemibold, paddingInlineStart: 0 },
  count: { position: 'absolute', top: '2px', insetInlineEnd: '-10px', display: 'inline-flex', zIndex: 1 },
})

interface WizardTabListProps<Id extends string> {
  wizard: Wizard<Id>
  texts: { title: string; tabs: Record<Id, string> }
}

/** The tabs with the count of their problems; in a narrow window, a menu that says which one it is. */
export function WizardTabList<Id extends string>(props: WizardTabListProps<Id>) {
  useShortcuts(tabShortcuts)
  return useNarrow() ? <StepMenu {...props} /> : <Tabs {...props} />
}

function StepMenu<Id extends string>({ wizard: { tabs, tab, toDo, goTo }, texts }: WizardTabListProps<Id>) {
  const styles = useStyles()
  const t = useWizardTexts().wizard
  const named = (id: Id) => {
    const { count } = toDo.get(id) ?? { count: 0 }
    return count === 0 ? texts.tabs[id] : `${texts.tabs[id]} ${t.toDo(count)}`
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="transparent"
          className={styles.steps}
          {...shows(...tabs.ids.flatMap((id) => [`tab-${id}`, toDo.get(id)?.isShown ? `problems-${id}` : undefined]))}
        >
          {t.step(tabs.ids.indexOf(tab) + 1, tabs.ids.length, named(tab))}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={texts.title}>
          {tabs.ids.map((id) => (
            <MenuItem key={id} {...(id === tab && { 'aria-current': 'step' })} onClick={() => goTo(id)}>
              {named(id)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function Tabs<Id extends string>({ wizard, texts }: WizardTabListProps<Id>) {
  const { tabs, tab, toDo, select } = wizard
  const labels = texts.tabs
  const styles = useStyles()
  const t = useWizardTexts().wizard
  const list = useRef<HTMLDivElement>(null)
  // Where the window is narrower than the tabs, the one that is shown is in view.
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [tab])
  return (
    <div className={styles.scroll} ref={list}>
      <TabList
        selectedValue={tab}
        aria-label={texts.title}
        // Fluent's own arrow keys need hidden elements that get the focus, which axe rightly reports.
        data-tabster={undefined}
        onKeyDown={moveFocus}
        onTabSelect={(_, data) => {
          const selected = tabs.ids.find((id) => id === data.value)
          if (selected !== undefined) select(selected)
        }}
      >
        {tabs.ids.map((id) => {
          const { count, isShown } = toDo.get(id) ?? { count: 0, isShown: false }
          return (
            <Tab
              key={id}
              value={id}
              className={styles.tab}
              tabIndex={id === tab ? 0 : -1}
              {...shows(`tab-${id}`, isShown ? `problems-${id}` : undefined)}
              aria-label={count === 0 ? labels[id] : `${labels[id]} ${t.toDo(count)}`}
            >
              <span className={styles.label}>
                {/* The space is for the name that axe reads, which is that of the count too. */}
                {labels[id]}{' '}
                {!isReview(tabs, id) && (
                  <span className={styles.count}>
                    {count > 0 && (
                      <CounterBadge count={count} color={isShown ? 'danger' : 'informative'} size="small" />
                    )}
                  </span>
                )}
              </span>
            </Tab>
          )
        })}
      </TabList>
    </div>
  )
}

// One tab is in the page's tab order; the arrow keys, Home and End go to the others, Enter or Space opens one.
// https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  const at = tabs.findIndex((tab) => tab === document.activeElement)
  const target = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: tabs.length - 1,
  }[event.key]
  if (target === undefined || at === -1) return
  event.preventDefault()
  tabs.at(target % tabs.length)?.focus()
}
