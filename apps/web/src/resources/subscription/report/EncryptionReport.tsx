import { Button, makeStyles, tokens, useId, Text } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons'
import { postureSubject, type ResponseOf, type surveyKeyHealth } from '@portal/portal-api'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useReadinessBriefs } from '../../../i18n/answers/readiness-briefs-texts.ts'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { directoryLabel } from '../../../patterns/directory/directory-label.ts'
import { useImageFilterTexts } from '../../../patterns/image-filters/image-filters-texts.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { knownSet } from '../../disk-encryption-set/parts/surveyed-row.ts'
import { CoverageSection } from '../encryption-overview/coverage/CoverageSection.tsx'
import { namedRows } from '../encryption-overview/figures/named-rows.ts'
import { countsOf, groupings, totalOfCounts } from '../encryption-overview/figures/posture-rows.ts'
import { rowName } from '../encryption-overview/figures/row-name.ts'
import { usePostureTexts } from '../texts/posture-texts.ts'
import { FigureTable } from './FigureTable.tsx'
import { useReport, type Report, type Postures } from './use-report.ts'

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
  onScreen: { '@media print': { display: 'none' } },
})

/** Everything of the posture on paper: figures, sets with problems, what is missing, and the queries behind it. */
export function EncryptionReport() {
  const styles = useStyles()
  const { report: t } = usePostureTexts()
  const { report, error, refetch } = useReport()
  const whyNotYet = useId('not-yet')
  return (
    <article className={styles.paper}>
      <Section
        title={t.title}
        action={
          <div className={styles.onScreen}>
            <Button
              appearance="primary"
              icon={<PrintRegular />}
              disabledFocusable={report === undefined}
              aria-describedby={report === undefined ? whyNotYet : undefined}
              onClick={() => window.print()}
            >
              {t.print}
            </Button>
          </div>
        }
      >
        {report && <ReportFacts report={report} />}
      </Section>
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
          <ReportFigures report={report} />
          <SetsWithProblems survey={report.survey} />
          <CoverageSection />
          <QueryTexts postures={report.postures} survey={report.survey.queries} coverage={report.coverageQueries} />
        </>
      )}
    </article>
  )
}

/** When, where, and for whom the report was made. */
function ReportFacts({ report: { now, directory } }: { report: Pick<Report, 'now' | 'directory'> }) {
  const { facts: t } = usePostureTexts().report
  const { dateTime } = useFormats()
  const { account } = useSignedIn()
  return (
    <FactList
      facts={[
        [t.date, dateTime(now)],
        [t.tenant, [...(directory ? [directoryLabel(directory)] : []), account.tenantId].join(' · ')],
        [t.user, `${account.name} (${account.username})`],
      ]}
    />
  )
}

const useQueryTextsStyles = makeStyles({
  // On paper nothing scrolls: the whole text is there, in lines as wide as the page.
  text: {
    margin: 0,
    padding: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

interface QueryTextsProps {
  postures: Postures
  /** those of the sets with problems */
  survey: string[]
  coverage: string[]
}

/** The queries that the report rests on, to be run by whoever has to check it. */
function QueryTexts({ postures, survey, coverage }: QueryTextsProps) {
  const styles = useQueryTextsStyles()
  const { report: t, subjects } = usePostureTexts()
  const { number } = useFormats()
  const queries = [
    ...postureSubject.options.map((of) => [subjects[of].title, postures[of].query] as const),
    ...survey.map((query, index) => [t.ofProblems(number(index + 1)), query] as const),
    ...coverage.map((query, index) => [t.ofCoverage(number(index + 1)), query] as const),
  ]
  return (
    <Section title={t.queries} description={t.queriesNote}>
      {queries.map(([name, query]) => (
        <Stack key={name} gap="XS">
          <Text weight="semibold">{name}</Text>
          <pre className={styles.text} lang="en">
            {query}
          </pre>
        </Stack>
      ))}
    </Section>
  )
}

const all = { search: '', sort: 'name', direction: 'asc', page: 0, size: Infinity } as const

/** All figures: each kind of resource by encryption, then by subscription, gallery, region, and age. */
function ReportFigures({ report }: { report: Pick<Report, 'postures' | 'subscriptions'> }) {
  const { postures, subscriptions } = report
  const { report: t, subjects, groupings: names } = usePostureTexts()
  const { ages } = useImageFilterTexts()
  const bySubject = postureSubject.options.map((of) => {
    const counts = countsOf(postures[of].groups)
    return { id: of, name: subjects[of].title, counts, total: totalOfCounts(counts) }
  })
  return (
    <>
      <Section title={t.bySubject}>
        <FigureTable label={t.bySubject} heading={t.resource} rows={bySubject} />
      </Section>
      {bySubject
        .filter(({ total }) => total > 0)
        .flatMap(({ id: of, name }) =>
          groupings.map((by) => {
            const title = t.byGrouping(name, names[by])
            return (
              <Section key={`${of} ${by}`} title={title}>
                <FigureTable
                  label={title}
                  heading={names[by]}
                  rows={
                    namedRows(postures[of].groups, {
                      ...all,
                      by,
                      nameOf: (id) => rowName(by, id, { subscriptions, ages }),
                    }).rows
                  }
                />
              </Section>
            )
          }),
        )}
    </>
  )
}

const useSetsWithProblemsStyles = makeStyles({ none: { display: 'block' } })

/**
 * The surveyed sets that Azure refuses or might refuse, each with the worst finding; it says how many were surveyed.
 * Keys are not in Resource Graph, so what is wrong with a key alone is not among them.
 */
function SetsWithProblems({ survey }: { survey: ResponseOf<typeof surveyKeyHealth> }) {
  const styles = useSetsWithProblemsStyles()
  const { report: t } = usePostureTexts()
  const { number } = useFormats()
  const briefs = useReadinessBriefs()
  const codeText = useCodeText()
  const rows = survey.rows.flatMap((set) => {
    const finding = knownSet(set, {}, survey.now).findings.find(
      ({ state }) => state === 'blocked' || state === 'warning',
    )
    return finding ? [{ ...set, finding }] : []
  })
  return (
    <Section title={t.problems} description={t.checked(number(survey.rows.length), number(survey.total))}>
      {rows.length === 0 ? (
        <Text className={styles.none}>{t.noProblems}</Text>
      ) : (
        <DataTable
          label={t.problems}
          columns={[
            { heading: t.set, cell: ({ name }) => name, width: '40%' },
            { heading: t.region, cell: ({ location }) => regionDisplayName(location) },
            { heading: t.problem, cell: ({ finding }) => briefs[finding.code]?.(finding.params) ?? codeText(finding) },
          ]}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
    </Section>
  )
}
