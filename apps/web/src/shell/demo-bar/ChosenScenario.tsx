import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Scenario } from '@portal/portal-api'
import type { Account } from '../../auth/authentication.ts'
import { chooseScenario } from '../../demo/chosen-scenario.ts'
import { TryScenario } from '../../demo/TryScenario.tsx'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'

const useStyles = makeStyles({
  card: {
    width: '400px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  actions: { display: 'flex', columnGap: '8px' },
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
    <div className={styles.card}>
      <Text size={200}>
        <b>{t.scenario.try}:</b> {text.try}
      </Text>
      <Text size={200}>
        <b>{t.scenario.see}:</b> {text.see}
      </Text>
      <div className={styles.actions}>
        <TryScenario scenario={scenario} account={account} size="small" />
        <Button size="small" appearance="subtle" onClick={() => chooseScenario(undefined)}>
          {t.scenario.close}
        </Button>
      </div>
    </div>
  )
}
