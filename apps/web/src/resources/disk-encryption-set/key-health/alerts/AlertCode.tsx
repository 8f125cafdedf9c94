import { makeStyles, Text } from '@fluentui/react-components'
import { alertDeployments } from '@portal/code'
import type { AlertFacts } from '@portal/portal-api'
import { useState } from 'react'
import { Code } from '../../../../patterns/code/Code.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'
import { alertPlan, type AlertChoice } from './alert-choice.ts'

const useStyles = makeStyles({
  file: { maxWidth: '360px' },
})

/** The alerts, or the policies, as code in the language chosen. */
export function AlertCode({ choice, facts }: { choice: AlertChoice; facts: AlertFacts }) {
  const styles = useStyles()
  const { alerts: t } = useKeyHealthTexts()
  const [chosen, setChosen] = useState('')
  const deployments = alertDeployments(alertPlan(choice, facts))
  const shown = deployments.find(({ name }) => name === chosen) ?? deployments[0]
  if (shown === undefined) return <Text>{t.nothing}</Text>
  return (
    <Stack gap="S" shrinks>
      <div className={styles.file}>
        <Choice
          aria-label={t.file}
          value={shown.name}
          options={deployments.map(({ name }) => ({
            value: name,
            label: name === 'key-alerts' ? t.files.alerts : t.files.policies,
          }))}
          onChoose={setChosen}
        />
      </div>
      <Code deployment={shown} />
    </Stack>
  )
}
