import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { useDiskEncryptionSetTexts } from '../texts/disk-encryption-set-texts.ts'

const states = ['Succeeded', 'Creating', 'Updating', 'Deleting', 'Failed'] as const
const looks: Record<(typeof states)[number], StateLook> = {
  Succeeded: 'done',
  Creating: 'running',
  Updating: 'running',
  Deleting: 'running',
  Failed: 'failed',
}

/** The state of a set; an unknown state is shown in Azure's word. */
export function SetState({ state }: { state: string }) {
  const t = useDiskEncryptionSetTexts()
  const known = states.find((one) => one === state)
  if (known === undefined) return <StateLabel look="unknown">{state}</StateLabel>
  return <StateLabel look={looks[known]}>{t.states[known]}</StateLabel>
}
