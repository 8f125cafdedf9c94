import { makeStyles, tokens } from '@fluentui/react-components'
import type { RepairRequest } from '@portal/disk-encryption'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { CodeBlock } from '../../../../ui/CodeBlock.tsx'
import { useKeyHealthTexts } from '../../texts/use-key-health-texts.ts'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content', color: tokens.colorNeutralForeground2 },
})

/** The requests that Azure gets, as text. */
export function RepairRequests({ requests }: { requests: RepairRequest[] }) {
  const styles = useStyles()
  const { repair: t } = useKeyHealthTexts()
  const { resourceManager } = useSignedIn().configuration.cloud
  if (requests.length === 0) return null
  const code = requests.map(
    ({ method, path, body }) => `${method} ${resourceManager}${path}\n\n${JSON.stringify(body, null, 2)}`,
  )
  return (
    <details>
      <summary className={styles.summary}>{t.requests}</summary>
      <CodeBlock code={code.join('\n\n')} label={t.requestsOf} copyLabel={t.copyRequests} />
    </details>
  )
}
