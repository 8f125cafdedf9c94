import { storedImageVersionQuery } from '../../../api/image-version-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { updateDraft } from '../../../drafts/update-draft.ts'
import { DraftOfOneTab } from '../../../patterns/draft/DraftOfOneTab.tsx'
import {
  LinkIncomplete,
  ResourcePage,
  usePageResource,
  type PageResource,
} from '../../../patterns/page/ResourcePage.tsx'
import { imageVersionCrumbs } from '../../../patterns/resource/image-version-crumbs.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { useUpdateTexts } from '../texts/update-texts.ts'
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

function StoredVersionForm({ id, parts }: PageResource) {
  const t = useUpdateTexts()
  const query = useRead(storedImageVersionQuery, { id })
  if (query.data !== undefined) return <UpdateForm parts={parts} latest={query.data} />
  return (
    <ResourcePage
      title={t.title(resourceLabel(id))}
      subtitle={t.kind}
      crumbs={imageVersionCrumbs(parts)}
      query={query}
      waiting={{ rows: 8, height: 48 }}
    />
  )
}
