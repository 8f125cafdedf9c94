import { Button, makeStyles, Text } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { Scenario } from '@portal/portal-api'
import type { Account } from '../../auth/authentication.ts'
import { chooseScenario } from '../../demo/chosen-scenario.ts'
import { TryScenario } from '../../demo/TryScenario.tsx'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  // In a narrow window it has its own line.
  text: { flex: '1 1 400px' },
})

interface Props {
  scenario: Scenario
  account: Account
}

/** What to do in the chosen scenario, its result, and a link to it. */
export function ChosenScenario({ scenario, account }: Props) {
  const styles = useStyles()
  const t = useDemoTexts()
  const text = t.scenarios[scenario.id]
  return (
    <div className={styles.root}>
      <Text size={200} className={styles.text}>
        <b>{t.scenario.try}:</b> {text.try} <b>{t.scenario.see}:</b> {text.see}
      </Text>
      <TryScenario scenario={scenario} account={account} size="small" />
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t.scenario.close}
        onClick={() => chooseScenario(undefined)}
      />
    </div>
  )
}
