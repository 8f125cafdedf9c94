import { Button, makeStyles, tokens, useId } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons'
import { paths } from '../../../paths.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Section } from '../../../ui/Section.tsx'
import { CoverageSection } from '../encryption-overview/coverage/CoverageSection.tsx'
import { useEstateTexts } from '../texts/use-estate-texts.ts'
import { usePostureTexts } from '../texts/use-posture-texts.ts'
import { QueryTexts } from './QueryTexts.tsx'
import { ReportFacts } from './ReportFacts.tsx'
import { ReportFigures } from './ReportFigures.tsx'
import { SetsWithProblems } from './SetsWithProblems.tsx'
import { useReport } from './use-report.ts'

const useStyles = makeStyles({
  paper: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXL,
    boxSizing: 'border-box',
    maxWidth: '1080px',
    padding: '24px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 639px)': { padding: '16px' },
    '@media print': { maxWidth: 'none', padding: 0, border: 'none' },
  },
  print: { '@media print': { display: 'none' } },
})

/** Everything of the posture on paper: figures, sets with problems, what is missing, and the queries behind it. */
export function ReportPage() {
  const styles = useStyles()
  const { report: t } = usePostureTexts()
  const { title } = useEstateTexts()
  const { report, error, refetch } = useReport()
  const whyNotYet = useId('not-yet')
  return (
    <>
      <PageHeader
        title={t.title}
        subtitle={t.subtitle}
        crumbs={[{ text: title, href: paths.estate }]}
        actions={
          <Button
            appearance="primary"
            className={styles.print}
            icon={<PrintRegular />}
            disabledFocusable={report === undefined}
            aria-describedby={report === undefined ? whyNotYet : undefined}
            onClick={() => window.print()}
          >
            {t.print}
          </Button>
        }
      />
      <article className={styles.paper}>
        {(error ?? !report) && (
          <div id={whyNotYet}>
            {error ? (
              <ProblemMessage error={error} onRetry={refetch} />
            ) : (
              <Section title={t.loading}>
                <LoadingRows rows={12} />
              </Section>
            )}
          </div>
        )}
        {report && (
          <>
            <ReportFacts report={report} />
            <ReportFigures report={report} />
            <SetsWithProblems survey={report.survey} />
            <CoverageSection />
            <QueryTexts postures={report.postures} survey={report.survey.queries} coverage={report.coverageQueries} />
          </>
        )}
      </article>
    </>
  )
}
