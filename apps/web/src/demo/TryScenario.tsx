import { Button, type ButtonProps } from '@fluentui/react-components'
import type { Scenario } from '@portal/portal-api'
import { Link as RouterLink } from 'wouter'
import { useDemoTexts } from '../i18n/portal/use-demo-texts.ts'
import { demoStartPath } from '../paths.ts'
import { begunBy } from './beginning.ts'

interface Props extends Pick<ButtonProps, 'appearance' | 'size'> {
  scenario: Pick<Scenario, 'id'>
}

/** Begins a scenario, as the person who can show it. */
export function TryScenario({ scenario, ...look }: Props) {
  const t = useDemoTexts()
  return (
    <RouterLink href={demoStartPath(scenario.id)} state={begunBy('portal')} asChild>
      <Button as="a" {...look} aria-label={t.scenario.tryItNamed(t.scenarios[scenario.id].title)}>
        {t.scenario.tryIt}
      </Button>
    </RouterLink>
  )
}
