import type { DiskEncryptionSet, ReadinessState } from '@portal/disk-encryption'
import { useEffect, useEffectEvent } from 'react'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import { CheckAgain } from './CheckAgain.tsx'
import { useCheckedSets } from './use-checked-sets.ts'

interface CheckedSetsProps {
  /** one at least */
  sets: readonly Pick<DiskEncryptionSet, 'id' | 'name'>[]
  /** the worst of theirs */
  state: ReadinessState
  /** where everything is decided, such as a review, they are checked again as soon as it is shown */
  checksOnEntry?: boolean
}

/** When sets of a form were read, and the button that reads them again. */
export function CheckedSets({ sets, state, checksOnEntry = false }: CheckedSetsProps) {
  const { states } = useWizardTexts().readiness
  const checked = useCheckedSets(sets.map(({ id }) => id))
  const [first, ...others] = sets
  const checkOnEntry = useEffectEvent(() => checksOnEntry && checked.checkAgain())
  useEffect(() => void checkOnEntry(), [])
  return (
    <CheckAgain
      {...(first !== undefined && others.length === 0 && { setName: first.name })}
      checked={checked}
      state={states[state]}
    />
  )
}
