import { Text } from '@fluentui/react-components'
import { imageVersionApiVersion } from '@portal/image-version'
import { nextVersionPlan } from '@portal/version-rules'
import { noChange, updatedVersion } from '@portal/version-update'
import { useQueries } from '@tanstack/react-query'
import { storedImageVersionQuery } from '../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { Code } from '../../../patterns/code/Code.tsx'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { CloseButton, DialogFrame, DialogParts } from '../../../ui/dialog/Dialog.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { useCleanUpTexts } from '../texts/clean-up-texts.ts'

/** Versions as code, each as Azure has it now. */
export function ExportDialog({ versionIds, onClose }: { versionIds: readonly string[]; onClose: () => void }) {
  const t = useCleanUpTexts().selected.exporting
  const user = useSignedIn()
  const stored = useQueries({ queries: versionIds.map((id) => storedImageVersionQuery(user, { id })) })
  const failed = stored.find(({ error }) => error !== null)
  const updates = stored.flatMap(({ data }) =>
    data === undefined
      ? []
      : [{ id: data.version.id, apiVersion: imageVersionApiVersion, body: updatedVersion(data.version, noChange()) }],
  )
  const [first] = stored
  const one = stored.length === 1 ? first?.data?.version : undefined
  const next =
    one && nextVersionPlan(one, '', { now: new Date(first?.dataUpdatedAt ?? 0).toISOString(), diskEncryptionSets: [] })
  return (
    <DialogFrame title={t.title} size="medium" onClose={onClose}>
      <DialogParts actions={<CloseButton onClick={onClose} />}>
        <Text>{t.intro}</Text>
        {failed !== undefined && <ProblemMessage error={failed.error} onRetry={() => void failed.refetch()} />}
        {updates.length < versionIds.length ? (
          <LoadingRows rows={6} height={32} />
        ) : (
          <Code updates={updates} next={next} />
        )}
      </DialogParts>
    </DialogFrame>
  )
}
