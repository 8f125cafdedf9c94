import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReplicationState, StoredTargetRegion } from '@portal/portal-api'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useTexts } from '../../../i18n/language.ts'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content', color: tokens.colorNeutralForeground2 },
  meaning: { margin: `${tokens.spacingVerticalXS} 0 0` },
  details: { marginTop: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

const looks: Record<ReplicationState, StateLook> = {
  Unknown: 'waiting',
  Replicating: 'running',
  Completed: 'done',
  Failed: 'failed',
}

/** The state of the replication to one region; after a failure, the meaning, what to do, and Azure's own message. */
export function RegionState({ stored }: { stored: StoredTargetRegion | undefined }) {
  const styles = useStyles()
  const { imageVersion, failure } = useTexts()
  const codeText = useCodeText()
  if (!stored) return <StateLabel look="failed">{imageVersion.regionMissing}</StateLabel>
  const state = stored.replication?.state ?? 'Unknown'
  const { details, decoded } = stored.replication ?? {}
  const params = { ...decoded?.params, ...(decoded?.params['region'] !== undefined && { region: stored.displayName }) }
  return (
    <>
      <StateLabel look={looks[state]}>{imageVersion.replicationStates[state]}</StateLabel>
      {decoded && (
        <Text as="p" block size={200} className={styles.meaning}>
          {codeText({ code: decoded.code, params })}
        </Text>
      )}
      {details && (
        <details className={styles.details}>
          <summary className={styles.summary}>{failure.azureSays}</summary>
          <span lang="en">{details}</span>
        </details>
      )}
    </>
  )
}
