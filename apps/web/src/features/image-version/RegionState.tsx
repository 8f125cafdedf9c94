import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReplicationState, StoredTargetRegion } from '@portal/portal-api'
import { useTexts } from '../../i18n/language.ts'
import { StateLabel, type StateLook } from '../../ui/StateLabel.tsx'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content', color: tokens.colorNeutralForeground2 },
  details: { marginTop: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

const looks: Record<ReplicationState, StateLook> = {
  Unknown: 'waiting',
  Replicating: 'running',
  Completed: 'done',
  Failed: 'failed',
}

/** How replication to one region stands, with Azure's own reason where it gives one. */
export function RegionState({ stored }: { stored: StoredTargetRegion | undefined }) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  if (!stored) return <StateLabel look="failed">{imageVersion.regionMissing}</StateLabel>
  const state = stored.replication?.state ?? 'Unknown'
  const details = stored.replication?.details
  return (
    <>
      <StateLabel look={looks[state]}>{imageVersion.replicationStates[state]}</StateLabel>
      {details && (
        <details className={styles.details} open={state === 'Failed'}>
          <summary className={styles.summary}>{imageVersion.why}</summary>
          <span lang="en">{details}</span>
        </details>
      )}
    </>
  )
}
