import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import { readinessLooks } from './FindingList.tsx'
import type { KeyHealth } from './key-health.ts'

const useStyles = makeStyles({
  reason: { display: 'block', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
})

/** Whether a set can use its key, and under it the reason if it can't. */
export function KeyHealthLabel({ health: { state, finding } }: { health: KeyHealth }) {
  const styles = useStyles()
  const { states, briefs } = useWizardTexts().readiness
  const codeText = useCodeText()
  return (
    <>
      <StateLabel look={readinessLooks[state]}>{states[state]}</StateLabel>
      {finding && (
        <Text size={200} truncate wrap={false} className={styles.reason}>
          {briefs[finding.code]?.(finding.params) ?? codeText(finding)}
        </Text>
      )}
    </>
  )
}
