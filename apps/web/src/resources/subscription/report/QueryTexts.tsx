import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { postureSubject } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { Section } from '../../../ui/Section.tsx'
import { usePostureTexts } from '../texts/use-posture-texts.ts'
import type { Postures } from './use-report.ts'

const useStyles = makeStyles({
  query: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
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
export function QueryTexts({ postures, survey, coverage }: QueryTextsProps) {
  const styles = useStyles()
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
        <div key={name} className={styles.query}>
          <Text weight="semibold">{name}</Text>
          <pre className={styles.text} lang="en">
            {query}
          </pre>
        </div>
      ))}
    </Section>
  )
}
