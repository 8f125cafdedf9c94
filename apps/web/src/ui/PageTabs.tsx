import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { useSearchParams } from 'wouter'

const useStyles = makeStyles({
  tabs: {
    marginInlineStart: '-12px',
    marginBlock: `${tokens.spacingVerticalS} ${tokens.spacingVerticalL}`,
    overflowX: 'auto',
    '@media print': { display: 'none' },
  },
})

interface PageTab<Id extends string> {
  id: Id
  name: string
  /** mounted, and so read, while it is selected */
  content: () => ReactNode
}

interface PageTabsProps<Id extends string> {
  /** of all of them, for screen readers */
  label: string
  /** the first one is selected unless the address names another */
  tabs: readonly [PageTab<Id>, ...PageTab<Id>[]]
}

/** The parts of a resource's page, one at a time; the address has the selected one, so that a link leads there. */
export function PageTabs<Id extends string>({ label, tabs }: PageTabsProps<Id>) {
  const styles = useStyles()
  const id = useId()
  const [search, setSearch] = useSearchParams()
  const selected = tabs.find((tab) => tab.id === search.get('tab')) ?? tabs[0]
  return (
    <div>
      <TabList
        aria-label={label}
        className={styles.tabs}
        selectedValue={selected.id}
        onTabSelect={(_, { value }) =>
          setSearch((before) => {
            if (value === tabs[0].id) before.delete('tab')
            else before.set('tab', String(value))
            return before
          })
        }
      >
        {tabs.map((tab) => (
          <Tab key={tab.id} id={`${id}-${tab.id}`} value={tab.id} aria-controls={`${id}-content`}>
            {tab.name}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-content`} aria-labelledby={`${id}-${selected.id}`}>
        {selected.content()}
      </div>
    </div>
  )
}
