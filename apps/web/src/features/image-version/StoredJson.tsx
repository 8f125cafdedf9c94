import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { storedImageVersionQuery } from '../../api/image-version-queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useImageVersionTexts } from '../../i18n/image-versions/use-image-version-texts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { CodeBlock } from '../../ui/CodeBlock.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content', marginBottom: tokens.spacingVerticalS },
})

/** A version as Azure returns it, collapsed until it is opened. */
export function StoredJson({ id }: { id: string }) {
  const styles = useStyles()
  const t = useImageVersionTexts().json
  const user = useSignedIn()
  const [isOpen, setOpen] = useState(false)
  const query = storedImageVersionQuery(user, id)
  const { data, error, refetch } = useQuery({ ...query, enabled: isOpen })
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{isOpen ? t.hide : t.show}</summary>
      {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
      {data !== undefined ? (
        <CodeBlock code={JSON.stringify(data.version, null, 2)} label={t.label} copyLabel={t.copy} />
      ) : (
        error === null && <LoadingRows rows={6} />
      )}
    </details>
  )
}
