import type { ResourceId } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { storedImageVersionQuery } from '../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { updateDraft } from '../../../drafts/update-draft.ts'
import { DraftOfOneTab } from '../../../patterns/draft/DraftOfOneTab.tsx'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { imageVersionCrumbs } from '../../../patterns/resource/image-version-crumbs.ts'
import { LinkIncomplete } from '../../../patterns/resource/LinkIncomplete.tsx'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { usePageResource } from '../../../patterns/resource/use-page-resource.ts'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useUpdateTexts } from '../texts/use-update-texts.ts'
import { UpdateForm } from './UpdateForm.tsx'

/** Where the regions and the publishing options of the version that the address names are changed. */
export function UpdateImageVersionPage() {
  const user = useSignedIn()
  const t = useUpdateTexts()
  const resource = usePageResource('Microsoft.Compute/galleries/images/versions')
  if (resource === undefined) return <LinkIncomplete />
  // Another account or another version is another form: nothing of the last one stays.
  const draft = updateDraft(user.account.key, resource.id).key
  return (
    <DraftOfOneTab key={draft} name={draft} title={t.title(resourceLabel(resource.id))}>
      <StoredVersionForm {...resource} />
    </DraftOfOneTab>
  )
}

interface StoredVersionFormProps {
  id: string
  parts: ResourceId
}

function StoredVersionForm({ id, parts }: StoredVersionFormProps) {
  const t = useUpdateTexts()
  const user = useSignedIn()
  const { data, error, refetch } = useQuery(storedImageVersionQuery(user, { id }))
  if (data !== undefined) return <UpdateForm parts={parts} latest={data} />
  return (
    <>
      <PageHeader title={t.title(resourceLabel(id))} subtitle={t.kind} crumbs={imageVersionCrumbs(parts)} />
      {error === null ? (
        <Panel>
          <LoadingRows rows={8} height={48} />
        </Panel>
      ) : (
        <ProblemMessage error={error} onRetry={() => void refetch()} />
      )}
    </>
  )
}
