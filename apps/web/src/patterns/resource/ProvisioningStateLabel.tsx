import type { ProvisioningState } from '@portal/portal-api'
import { useTexts } from '../../i18n/language.ts'
import { StateLabel, type StateLook } from '../../ui/StateLabel.tsx'

const looks: Record<ProvisioningState, StateLook> = {
  Creating: 'running',
  Updating: 'running',
  Migrating: 'running',
  Deleting: 'running',
  Succeeded: 'done',
  Failed: 'failed',
  Unknown: 'running',
}

/** The provisioning state of an image version. */
export function ProvisioningStateLabel({ state }: { state: ProvisioningState }) {
  const { imageVersion } = useTexts()
  return <StateLabel look={looks[state]}>{imageVersion.states[state]}</StateLabel>
}
