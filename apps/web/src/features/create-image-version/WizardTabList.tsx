import { CounterBadge, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components'
import type { Issue } from '@portal/image-version'
import { useTexts } from '../../i18n/language.ts'
import { blockingCount, tabIds, type TabId } from './tabs.ts'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  label: { display: 'inline-flex', columnGap: tokens.spacingHorizontalXS, alignItems: 'center', whiteSpace: 'nowrap' },
})

interface WizardTabListProps {
  tab: TabId
  /** the issues shown now */
  issues: Issue[]
  onSelect: (tab: TabId) => void
}

/** The tabs with the count of their problems. */
export function WizardTabList({ tab, issues, onSelect }: WizardTabListProps) {
  const styles = useStyles()
  const t = useTexts().wizard
  return (
    <div className={styles.scroll}>
      <TabList
        selectedValue={tab}
        onTabSelect={(_, data) => {
          const selected = tabIds.find((id) => id === data.value)
          if (selected !== undefined) onSelect(selected)
        }}
        aria-label={t.title}
      >
        {tabIds.map((id) => {
          const count = id === 'review' ? 0 : blockingCount(id, issues)
          return (
            <Tab key={id} value={id} aria-label={count === 0 ? t.tabs[id] : `${t.tabs[id]} ${t.problems(count)}`}>
              <span className={styles.label}>
                {t.tabs[id]} {count > 0 && <CounterBadge count={count} color="danger" size="small" />}
              </span>
            </Tab>
          )
        })}
      </TabList>
    </div>
  )
}
