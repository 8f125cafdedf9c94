import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { CalendarKey, NonCompliance } from '@portal/disk-encryption'
import type { AlarmFacts } from '@portal/portal-api'
import { useFormats } from '../../../../i18n/formats.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useKeyHealthTexts } from '../../texts/use-key-health-texts.ts'
import { nonCompliance, offeredPolicies, type AlarmChoice } from './alarm-choice.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  heading: { margin: 0 },
  note: { color: tokens.colorNeutralForeground3 },
  summary: { cursor: 'pointer', width: 'fit-content', minHeight: '24px' },
  list: { margin: 0, padding: 0, listStyle: 'none', overflowWrap: 'anywhere' },
})

const mostListed = 50

interface NonComplianceTableProps {
  choice: AlarmChoice
  facts: AlarmFacts
  keys: CalendarKey[]
}

/** What each chosen policy would mark today, before it is assigned. */
export function NonComplianceTable({ choice, facts, keys }: NonComplianceTableProps) {
  const styles = useStyles()
  const { alerts: t } = useKeyHealthTexts()
  const { number } = useFormats()
  const rows = nonCompliance(choice, facts, keys)
  if (rows.length === 0) return null
  return (
    <div className={styles.part}>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {t.today}
      </Text>
      <DataTable
        label={t.today}
        columns={[
          {
            heading: t.policies,
            width: '50%',
            cell: ({ policy }) => offeredPolicies.flatMap((one) => (one === policy ? t.policy[one] : [])).join(''),
          },
          { heading: t.marked, cell: ({ resourceIds }) => <Marked ids={resourceIds} /> },
          { heading: t.unknown, cell: ({ unknownIds }) => number(unknownIds.length) },
        ]}
        rows={rows}
        rowKey={({ policy }) => policy}
      />
      <Text size={200} className={styles.note}>
        {t.todayNote}
      </Text>
    </div>
  )
}

function Marked({ ids }: { ids: NonCompliance['resourceIds'] }) {
  const styles = useStyles()
  const { number } = useFormats()
  if (ids.length === 0) return <>{number(0)}</>
  return (
    <details>
      <summary className={styles.summary}>{number(ids.length)}</summary>
      <ul className={styles.list}>
        {ids.slice(0, mostListed).map((id) => (
          <li key={id}>{id.split('/').slice(-2).join('/')}</li>
        ))}
        {ids.length > mostListed && <li>…</li>}
      </ul>
    </details>
  )
}
