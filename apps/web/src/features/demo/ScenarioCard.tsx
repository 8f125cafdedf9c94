import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import type { Person, Scenario } from '@portal/portal-api'
import { jobTitle } from '../../demo/job-title.ts'
import { TryScenario } from '../../demo/TryScenario.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: '12px',
    padding: '16px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  last: { marginTop: 'auto', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
})

interface Props {
  scenario: Scenario
  people: Person[]
}

/** One scenario: what to do, what will be seen, as whom. */
export function ScenarioCard({ scenario, people }: Props) {
  const styles = useStyles()
  const t = useDemoTexts()
  const language = useLanguage()
  const text = t.scenarios[scenario.id]
  const persona = people.find(({ userPrincipalName }) => userPrincipalName === scenario.persona)
  return (
    <li className={styles.card}>
      <Subtitle2 as="h3" className={styles.title}>
        {text.title}
      </Subtitle2>
      <Text>
        <b>{t.scenario.do}:</b> {text.steps[0].do}
      </Text>
      <Text>
        <b>{t.scenario.see}:</b> {text.steps.at(-1)?.see}
      </Text>
      <div className={styles.last}>
        <TryScenario scenario={scenario} />
        {persona && (
          <Text size={200} className={styles.quiet}>
            {t.scenario.minutes(scenario.minutes)} · {t.scenario.as(persona.displayName, jobTitle(persona, language))}
          </Text>
        )}
      </div>
    </li>
  )
}
