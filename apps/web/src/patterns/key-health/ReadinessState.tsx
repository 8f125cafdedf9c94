import type { Finding } from '@portal/disk-encryption'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import { readinessLooks } from './FindingList.tsx'

/** Whether a set can be used, with the worst finding in few words; the same wherever a set is shown. */
export function ReadinessState({ findings: [worst] }: { findings: readonly Finding[] }) {
  const { states, briefs } = useWizardTexts().readiness
  const state = worst?.state ?? 'ready'
  const brief = worst && state !== 'ready' ? briefs[worst.code]?.(worst.params) : undefined
  return (
    <StateLabel look={readinessLooks[state]}>
      {states[state]}
      {brief !== undefined && `: ${brief}`}
    </StateLabel>
  )
}
