import { makeStyles, Text } from '@fluentui/react-components'
import type { ResponseOf, surveyKeyHealth } from '@portal/portal-api'
import { useReadinessBriefs } from '../../../i18n/answers/readiness-briefs-texts.ts'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Section } from '../../../ui/Section.tsx'
import { knownSet } from '../../disk-encryption-set/parts/surveyed-row.ts'
import { usePostureTexts } from '../texts/posture-texts.ts'

const useStyles = makeStyles({ none: { display: 'block' } })

/**
 * The surveyed sets that Azure refuses or might refuse, each with the worst finding; it says how many were surveyed.
 * Keys are not in Resource Graph, so what is wrong with a key alone is not among them.
 */
export function SetsWithProblems({ survey }: { survey: ResponseOf<typeof surveyKeyHealth> }) {
  const styles = useStyles()
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
