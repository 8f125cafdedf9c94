import { useDiskEncryptionSetTexts } from '../../i18n/disk-encryption-sets/use-disk-encryption-set-texts.ts'
import { StateLabel, type StateLook } from '../../ui/StateLabel.tsx'

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
