import type { ReplicationState, StoredTargetRegion } from '@portal/portal-api'
import { useTexts } from '../../../../i18n/language.ts'
import { shows } from '../../../../ui/marks/shows.ts'
import { StateLabel, type StateLook } from '../../../../ui/StateLabel.tsx'

const looks: Record<ReplicationState, StateLook> = {
  Unknown: 'waiting',
  Replicating: 'progressing',
  Completed: 'done',
  Failed: 'failed',
}

/** The state of the replication to one region. */
export function RegionState({ stored }: { stored: StoredTargetRegion | undefined }) {
  const { imageVersion } = useTexts()
  if (!stored) return <StateLabel look="failed">{imageVersion.regionMissing}</StateLabel>
  const state = stored.replication?.state ?? 'Unknown'
  return (
    <span {...shows(`region-${state}`)}>
      <StateLabel look={looks[state]}>{imageVersion.replicationStates[state]}</StateLabel>
    </span>
  )
}
