import { useQuery } from '@tanstack/react-query'
import { storedImageVersionQuery } from '../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { useImageVersionTexts } from '../texts/use-image-version-texts.ts'

/** A version as Azure returns it. */
export function StoredJson({ id }: { id: string }) {
  const t = useImageVersionTexts().json
  const { data, error, refetch } = useQuery(storedImageVersionQuery(useSignedIn(), { id }))
  if (data !== undefined)
    return <CodeBlock code={JSON.stringify(data.version, null, 2)} label={t.label} copyLabel={t.copy} />
  return error === null ? <LoadingRows rows={6} /> : <ProblemMessage error={error} onRetry={() => void refetch()} />
}
