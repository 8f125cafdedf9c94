import { isBlocking } from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import { check, nextVersionName, nextVersionPlan } from '@portal/version-rules'
import { useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { inventoryQuery } from '../../../../api/gallery-reads.ts'
import { baseVersionQuery } from '../../../../api/image-version-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { imageVersionDraft, type ImageVersionDraft } from '../../../../drafts/image-version-drafts.ts'
import { useReadOnlyDraft } from '../../../../drafts/read-only-draft.ts'
import { createImageVersionPath, fromNothing } from '../../../../paths.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { imageDefinitionCrumbs } from '../../../../patterns/resource/image-version-crumbs.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { useWizardInventory } from '../../../../patterns/wizard/use-wizard-inventory.ts'
import { WizardSkeleton } from '../../../../patterns/wizard/WizardSkeleton.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { ReplaceDraft } from '../../parts/ReplaceDraft.tsx'
import { tabOf, type TabId } from '../tabs.ts'

interface StartedDraftProps {
  /** the definition of the wizard, '' if none */
  imageDefinitionId: string
  /** the wizard, which loads its draft when it is shown; gets how to begin it again with another draft */
  children: (onStart: (draft: ImageVersionDraft) => void) => ReactNode
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
  const [started, start] = useState<ImageVersionDraft>()
  const like = from === fromNothing ? undefined : from
  // What is to be started from something else needs no beginning.
  const isAsked = search.has('start') || from === fromNothing
  const needsNone = hasNothing || isReadOnly || imageDefinitionId === '' || isAsked
  const hasDraft = like === undefined && imageVersionDraft(account.key, imageDefinitionId).load() !== undefined
  if (started !== undefined)
    return (
      <Beginning imageDefinitionId={imageDefinitionId}>
        <OpenDraft draft={started} isAgreed onOpened={() => start(undefined)} />
      </Beginning>
    )
  if (needsNone || hasDraft) return children(start)
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
  const inventory = useRead(inventoryQuery, { imageDefinitionId })
  // Not what was read before: the number that it leads to can be taken by now.
  const facts = inventory.isFetching ? undefined : inventory.data
  const name = like ?? facts?.latestVersionName
  const stored = useRead(
    baseVersionQuery,
    { id: `${imageDefinitionId}/versions/${name}` },
    { enabled: name !== undefined },
  )
  const error = inventory.error ?? stored.error
  const hasNothing = like === undefined && (error !== null || (facts !== undefined && name === undefined))
  const goOn = useEffectEvent(onNothing)
  useEffect(() => {
    if (hasNothing) goOn()
  }, [hasNothing])
  const version = stored.data?.version
  const draft = useMemo(
    () =>
      facts &&
      version &&
      name && {
        plan: { ...nextVersionPlan(version, freeName(name, facts.existingVersionNames), facts), imageDefinitionId },
        batchSize: null,
        like: name,
      },
    [facts, version, name, imageDefinitionId],
  )
  return (
    <Beginning
      imageDefinitionId={imageDefinitionId}
      problem={
        error !== null &&
        like !== undefined && (
          <ProblemMessage error={error} onRetry={() => void Promise.all([inventory.refetch(), stored.refetch()])} />
        )
      }
    >
      {draft && <OpenDraft draft={draft} />}
    </Beginning>
  )
}

/** The wizard's page while what it begins with is read. */
function Beginning(props: { imageDefinitionId: string; problem?: ReactNode; children: ReactNode }) {
  const { title } = useWizardTexts().wizard
  return (
    <>
      <PageHeader title={title} crumbs={imageDefinitionCrumbs(tryParseResourceId(props.imageDefinitionId))} overTabs />
      <Panel>
        {props.problem || <WizardSkeleton />}
        {props.children}
      </Panel>
    </>
  )
}

interface OpenDraftProps {
  draft: ImageVersionDraft
  /** another draft can be replaced */
  isAgreed?: boolean
  onOpened?: () => void
}

/** Keeps the draft, after asking if another would be lost, and opens the tab that is next. */
function OpenDraft({ draft, onOpened, ...asked }: OpenDraftProps) {
  const { account } = useSignedIn()
  const [, navigate] = useLocation()
  const { plan } = draft
  const { inventory, isLoading, isStale, isUnread } = useWizardInventory(plan)
  const [kept] = useState(() => imageVersionDraft(account.key, plan.imageDefinitionId))
  const [other] = useState(() => kept.load())
  const open = (tab?: TabId) => navigate(createImageVersionPath(plan.imageDefinitionId, tab), { replace: true })
  const replace = useEffectEvent(() => {
    kept.save(draft)
    const first = isUnread ? undefined : check(plan, inventory).find(isBlocking)
    open(isUnread ? 'basics' : first === undefined ? 'review' : tabOf(first.path))
    onOpened?.()
  })
  const [isAgreed, agree] = useState(asked.isAgreed === true || other === undefined)
  const isReady = isAgreed && !isLoading && !isStale
  useEffect(() => {
    if (isReady) replace()
  }, [isReady])
  if (isAgreed || other === undefined) return null
  return (
    <ReplaceDraft
      draft={other}
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
