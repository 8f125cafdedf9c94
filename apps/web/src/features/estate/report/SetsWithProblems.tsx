import { makeStyles, Text } from '@fluentui/react-components'
import type { checkKeyHealth, ResponseOf } from '@portal/portal-api'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useReadinessBriefs } from '../../../i18n/disk-encryption-sets/use-readiness-briefs.ts'
import { usePostureTexts } from '../../../i18n/estate/use-posture-texts.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { keyHealthOf } from '../../../parts/readiness/key-health.ts'
import { regionDisplayName } from '../../../parts/resource/region-display-name.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Section } from '../../../ui/Section.tsx'

const useStyles = makeStyles({ none: { display: 'block' } })

/** The checked sets that Azure refuses or might refuse, each with the worst finding; it says how many were checked. */
export function SetsWithProblems({ check }: { check: ResponseOf<typeof checkKeyHealth> }) {
  const styles = useStyles()
  const { report: t } = usePostureTexts()
  const { number } = useFormats()
  const briefs = useReadinessBriefs()
  const codeText = useCodeText()
  const rows = check.sets.flatMap(({ facts, ...set }) => {
    const { state, finding } = keyHealthOf(set, facts, check.now)
    return finding && (state === 'blocked' || state === 'warning') ? [{ ...set, finding }] : []
  })
  return (
    <Section title={t.problems} description={t.checked(number(check.sets.length), number(check.total))}>
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
