import { makeStyles, Text } from '@fluentui/react-components'
import { useFormats } from '../../../../i18n/formats.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { shows } from '../../../../ui/shows.ts'
import { usePostureTexts } from '../../texts/posture-texts.ts'
import type { Gap } from './coverage.ts'
import { coverageAnchor } from './CoverageLine.tsx'
import { useCoverage } from './use-coverage.ts'

const useStyles = makeStyles({ none: { display: 'block' } })

/** What the figures cover, and what they lack, at the end of the page. */
export function CoverageSection() {
  const styles = useStyles()
  const { coverage: t } = usePostureTexts()
  const { number } = useFormats()
  const { coverage, nameOf, error, refetch } = useCoverage()
  return (
    <div id={coverageAnchor} {...shows('coverage')}>
      <Section title={t.title} description={t.description}>
        {coverage && (
          <>
            <Text className={styles.none}>{t.included(number(coverage.included))}</Text>
            {coverage.gaps.length === 0 ? (
              <Text className={styles.none}>{t.none}</Text>
            ) : (
              <GapTable gaps={coverage.gaps} nameOf={nameOf} />
            )}
          </>
        )}
        {error && <ProblemMessage error={error} onRetry={refetch} />}
        {!coverage && !error && <LoadingRows rows={2} />}
      </Section>
    </div>
  )
}

interface GapTableProps {
  gaps: Gap[]
  /** the name of a subscription, or its ID */
  nameOf: (subscriptionId: string) => string
}

/** What the figures lack, one row for each subscription and reason. */
function GapTable({ gaps, nameOf }: GapTableProps) {
  const { coverage: t } = usePostureTexts()
  const { number } = useFormats()
  return (
    <DataTable
      label={t.title}
      columns={[
        { heading: t.subscription, cell: ({ subscriptionId }) => nameOf(subscriptionId), width: '40%' },
        { heading: t.missing, cell: ({ kind, count }) => t.gaps[kind](number(count)) },
      ]}
      rows={gaps}
      rowKey={({ kind, subscriptionId }) => `${kind} ${subscriptionId}`}
    />
  )
}
