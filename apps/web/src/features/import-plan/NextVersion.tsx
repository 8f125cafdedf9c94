import { nextVersionName, nextVersionPlan, type ImageVersionPlan } from '@portal/image-version'
import { formatResourceId, parentResourceId, resourceNameOf, type ResourceId } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { storedImageVersionQuery } from '../../api/image-version-queries.ts'
import { inventoryQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { imageVersionDraft } from '../../drafts/image-version-drafts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { createImageVersionPath } from '../../paths.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ReplaceDraft } from './ReplaceDraft.tsx'

/** Opens the wizard with a version like an existing one, with the next free number. */
export function NextVersion({ version }: { version: ResourceId }) {
  const user = useSignedIn()
  const versionId = formatResourceId(version)
  const definition = parentResourceId(version)
  const definitionId = definition === undefined ? '' : formatResourceId(definition)
  const stored = useQuery(storedImageVersionQuery(user, versionId))
  const inventory = useQuery(inventoryQuery(user, definitionId))
  const failed = [stored, inventory].find(({ error }) => error !== null)
  if (failed) return <ProblemMessage error={failed.error} onRetry={() => void failed.refetch()} />
  if (stored.data === undefined || inventory.data === undefined) return <Loading />
  const name = freeName(resourceNameOf(version), inventory.data.existingVersionNames)
  const plan = nextVersionPlan(stored.data.version, name, inventory.data)
  return <OpenWizard plan={{ ...plan, imageDefinitionId: definitionId }} />
}

/** Goes to the wizard with a plan, at once unless a draft would be lost. */
function OpenWizard({ plan }: { plan: ImageVersionPlan }) {
  const { account } = useSignedIn()
  const [, navigate] = useLocation()
  const [opening] = useState(plan)
  const [kept] = useState(() => imageVersionDraft(account.key, opening.imageDefinitionId))
  const [draft] = useState(() => kept.load())
  const goOn = useCallback(
    () => navigate(createImageVersionPath(opening.imageDefinitionId), { replace: true }),
    [navigate, opening],
  )
  const replace = useCallback(() => {
    kept.save({ plan: opening, batchSize: null })
    goOn()
  }, [kept, opening, goOn])
  useEffect(() => {
    if (draft === undefined) replace()
  }, [draft, replace])
  return (
    <>
      <Loading />
      {draft && (
        <ReplaceDraft draft={draft} onKeep={goOn} onReplace={replace} onDismiss={() => window.history.back()} />
      )}
    </>
  )
}

function Loading() {
  return (
    <Panel>
      <LoadingRows rows={8} height={32} />
    </Panel>
  )
}

function freeName(after: string, taken: readonly string[]): string {
  const name = nextVersionName(after)
  return name !== '' && taken.includes(name) ? freeName(name, taken) : name
}
