import { makeStyles, Text } from '@fluentui/react-components'
import { deploymentExporters, exportAlarms, languagesOf } from '@portal/code'
import type { AlarmFacts } from '@portal/portal-api'
import { useCallback, useState } from 'react'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { CodePane } from '../../../../patterns/code/CodePane.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'
import { alarmPlan, type AlarmChoice } from './alarm-choice.ts'

type Language = keyof typeof deploymentExporters

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 },
  file: { maxWidth: '360px' },
})

/** The alarms, or the policies, as code in the language chosen. */
export function AlarmCode({ choice, facts }: { choice: AlarmChoice; facts: AlarmFacts }) {
  const styles = useStyles()
  const { alerts: t } = useKeyHealthTexts()
  const { cloud } = useSignedIn().configuration
  const [chosen, setChosen] = useState<'alerts' | 'policies'>('alerts')
  const plan = alarmPlan(choice, facts)
  const files = [
    ...(plan.vaults.length > 0 ? ['alerts' as const] : []),
    ...(Object.keys(plan.policies).length > 0 ? ['policies' as const] : []),
  ]
  const file = files.find((one) => one === chosen) ?? files[0]
  const at = file === undefined ? -1 : files.indexOf(file)
  const text = JSON.stringify(plan)
  const write = useCallback(
    (language: Language) => {
      const code = exportAlarms(plan, language, cloud)[at]
      if (code === undefined) throw new RangeError('no such file')
      return code
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the text is the plan by its content
    [text, cloud, at],
  )
  if (file === undefined) return <Text>{t.nothing}</Text>
  return (
    <div className={styles.part}>
      <div className={styles.file}>
        <Choice
          aria-label={t.file}
          value={file}
          options={files.map((value) => ({ value, label: t.files[value] }))}
          onChoose={setChosen}
        />
      </div>
      <CodePane languages={languagesOf(deploymentExporters)} write={write} />
    </div>
  )
}
