import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { withRegionNames } from '@portal/disk-encryption'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import type { DecodedError } from '@portal/version-rules'
import { useState } from 'react'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { RepairAction } from '../../../../patterns/key-health/RepairAction.tsx'
import { useCellName } from '../../../../patterns/matrix/use-cell-name.ts'
import { failureOf } from '../../../../patterns/problem/failure.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { planRepair, type PlanRepair } from './plan-repair.ts'

const useStyles = makeStyles({
  meanings: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  meaning: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: tokens.spacingVerticalS,
    listStyle: 'none',
  },
})

interface RefusalMessageProps {
  error: unknown
  plan: ImageVersionPlan
  inventory: Inventory
  onRepair: (repair: PlanRepair) => void
  onSendAgain: () => void
}

/** Why Azure rejected the version: the meaning, the cell, and the fix. */
export function RefusalMessage({ error, plan, inventory, onRepair, onSendAgain }: RefusalMessageProps) {
  const styles = useStyles()
  const t = useWizardTexts().readiness
  const codeText = useCodeText()
  const cellName = useCellName(plan, inventory)
  const [mended, setMended] = useState(false)
  const decoded = failureOf(error).problem?.decoded
  if (decoded === undefined) return <ProblemMessage error={error} />
  const action = ({ path, repair }: DecodedError) =>
    repair === undefined ? null : mended ? (
      <Button onClick={onSendAgain}>{t.repairs.retry}</Button>
    ) : (
      <RepairAction
        repair={repair}
        onRepair={(asked) => {
          const inPlan = planRepair(asked, path, plan)
          if (inPlan === undefined) onSendAgain()
          else onRepair(inPlan)
        }}
        onMended={() => setMended(true)}
      />
    )
  return (
    <ProblemMessage
      error={error}
      meaning={
        <ul className={styles.meanings}>
          {decoded.map((one) => (
            <li key={JSON.stringify([one.code, one.path])} className={styles.meaning}>
              <Text>
                {cellName(one.path) !== '' && <b>{cellName(one.path)}: </b>}
                {codeText({ code: one.code, params: withRegionNames(one.params, inventory) })}
              </Text>
              {action(one)}
            </li>
          ))}
        </ul>
      }
    />
  )
}
