import { Button, type ButtonProps } from '@fluentui/react-components'
import type { Scenario } from '@portal/portal-api'
import type { MouseEvent } from 'react'
import { Link as RouterLink } from 'wouter'
import { signIn, type Account } from '../auth/authentication.ts'
import { useDemoTexts } from '../i18n/portal/use-demo-texts.ts'
import { chooseScenario } from './chosen-scenario.ts'
import { scenarioPath } from './scenario-path.ts'

interface Props extends Pick<ButtonProps, 'appearance' | 'size'> {
  scenario: Scenario
  account: Account
}

/** Opens the page to try a scenario, as the person who can show it. */
export function TryScenario({ scenario, account, ...look }: Props) {
  const t = useDemoTexts()
  const path = scenarioPath(scenario)
  const leave = (event: MouseEvent) => {
    chooseScenario(scenario.id)
    if (account.username === scenario.persona) return
    event.preventDefault()
    void signIn({ loginHint: scenario.persona, returnTo: path })
  }
  return (
    <RouterLink href={path} onClick={leave} asChild>
      <Button as="a" {...look} aria-label={t.scenario.tryItNamed(t.scenarios[scenario.id].title)}>
        {t.scenario.tryIt}
      </Button>
    </RouterLink>
  )
}
