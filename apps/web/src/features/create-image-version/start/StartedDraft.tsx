import { type ImageVersionPlan, isBlocking } from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import { check, nextVersionName, nextVersionPlan } from '@portal/version-rules'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { inventoryQuery } from '../../../api/gallery-reads.ts'
import { storedImageVersionQuery } from '../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { imageVersionDraft } from '../../../drafts/image-version-drafts.ts'
import { useReadOnlyDraft } from '../../../drafts/read-only-draft.ts'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import { ReplaceDraft } from '../../../parts/draft/ReplaceDraft.tsx'
import { ProblemMessage } from '../../../parts/problem/ProblemMessage.tsx'
import { imageDefinitionCrumbs } from '../../../parts/resource/image-version-crumbs.ts'
import { useWizardInventory } from '../../../parts/wizard/use-wizard-inventory.ts'
import { WizardSkeleton } from '../../../parts/wizard/WizardSkeleton.tsx'
import { createImageVersionPath, fromNothing } from '../../../paths.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { tabOf, type TabId } from '../tabs.ts'

interface StartedDraftProps {
  /** the definition of the wizard, '' if none */
  imageDefinitionId: string
  /** the wizard, which loads its draft when it is shown */
  children: ReactNode
}

/**
 * The wizard with a draft to begin with: the one that is kept or, without one, a version like the definition's latest,
 * with the next number. The address can name another version to begin like, or nothing at all.
 */
export function StartedDraft({ imageDefinitionId, children }: StartedDraftProps) {
  const { account } = useSignedIn()
  const isReadOnly = useReadOnlyDraft()
  const [search] = useSearchParams()
  const from = search.get('from') ?? undefined
  const [hasNothing, setNothing] = useState(false)
  const like = from === fromNothing ? undefined : from
  const needsNone = hasNothing || isReadOnly || imageDefinitionId === '' || from === fromNothing
  const hasDraft = like === undefined && imageVersionDraft(account.key, imageDefinitionId).load() !== undefined
  if (needsNone || hasDraft) return children
  return <BeginLike imageDefinitionId={imageDefinitionId} like={like} onNothing={() => setNothing(true)} />
}

interface BeginLikeProps {
  imageDefinitionId: string
  /** the number of the version to begin like; undefined: that of the latest one */
  like: string | undefined
  /** there is no latest version, or none that can be read */
  onNothing: () => void
}

function BeginLike({ imageDefinitionId, like, onNothing }: BeginLikeProps) {
  const { title } = useWizardTexts().wizard
  const user = useSignedIn()
  const inventory = useQuery(inventoryQuery(user, { imageDefinitionId }))
  const name = like ?? inventory.data?.latestVersionName
  const stored = useQuery({
    ...storedImageVersionQuery(user, { id: `${imageDefinitionId}/versions/${name}` }),
    enabled: name !== undefined,
  })
  const error = inventory.error ?? stored.error
  const hasNothing = like === undefined && (error !== null || (inventory.isSuccess && name === undefined))
  const goOn = useEffectEvent(onNothing)
  useEffect(() => {
    if (hasNothing) goOn()
  }, [hasNothing])
  // Once: what is read again in the meantime changes nothing of it.
  const facts = inventory.data
  const version = stored.data?.version
  const plan = useMemo(
    () =>
      facts &&
      version &&
      name && {
        ...nextVersionPlan(version, freeName(name, facts.existingVersionNames), facts),
        imageDefinitionId,
      },
    [facts, version, name, imageDefinitionId],
  )
  return (
    <>
      <PageHeader title={title} crumbs={imageDefinitionCrumbs(tryParseResourceId(imageDefinitionId))} overTabs />
      <Panel>
        {error !== null && like !== undefined ? (
          <ProblemMessage error={error} onRetry={() => void Promise.all([inventory.refetch(), stored.refetch()])} />
        ) : (
          <WizardSkeleton />
        )}
        {plan && name && <OpenPlan plan={plan} like={name} />}
      </Panel>
    </>
  )
}

/** Keeps the plan as the draft, after asking if another would be lost, and opens the tab that is next. */
function OpenPlan({ plan, like }: { plan: ImageVersionPlan; like: string }) {
  const { account } = useSignedIn()
  const [, navigate] = useLocation()
  const { inventory, isLoading, isStale, isUnread } = useWizardInventory(plan)
  const [kept] = useState(() => imageVersionDraft(account.key, plan.imageDefinitionId))
  const [draft] = useState(() => kept.load())
  const open = (tab?: TabId) => navigate(createImageVersionPath(plan.imageDefinitionId, tab), { replace: true })
  const replace = useEffectEvent(() => {
    kept.save({ plan, batchSize: null, like })
    const first = isUnread ? undefined : check(plan, inventory).find(isBlocking)
    open(isUnread ? 'basics' : first === undefined ? 'review' : tabOf(first.path))
  })
  const [isAgreed, agree] = useState(draft === undefined)
  const isReady = isAgreed && !isLoading && !isStale
  useEffect(() => {
    if (isReady) replace()
  }, [isReady])
  if (isAgreed || draft === undefined) return null
  return (
    <ReplaceDraft
      draft={draft}
      onKeep={() => open()}
      onReplace={() => agree(true)}
      onDismiss={() => window.history.back()}
    />
  )
}

/** The first number after `name` that no version has, '' if `name` has another form. */
function freeName(after: string, taken: readonly string[]): string {
  const name = nextVersionName(after)
  return name !== '' && taken.includes(name) ? freeName(name, taken) : name
}
