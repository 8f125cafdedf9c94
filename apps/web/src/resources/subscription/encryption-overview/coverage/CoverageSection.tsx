import { makeStyles, Text } from '@fluentui/react-components'
import { useFormats } from '../../../../i18n/formats.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { shows } from '../../../../ui/marks/shows.ts'
import { Section } from '../../../../ui/Section.tsx'
import { usePostureTexts } from '../../texts/use-posture-texts.ts'
import { coverageAnchor } from './CoverageLine.tsx'
import { GapTable } from './GapTable.tsx'
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
