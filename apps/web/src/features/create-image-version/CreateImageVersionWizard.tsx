import {
  asksForDiskSets,
  check,
  isBlocking,
  mergedIssues,
  policyVerdictSoFar,
  type ImageVersionPlan,
  type Inventory,
  type Issue,
} from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import { lazy, Suspense, useEffect, useEffectEvent, type ComponentType } from 'react'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useResumedAction } from '../../auth/use-pending-action.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { useSummaryTexts } from '../../i18n/wizard/use-summary-texts.ts'
import { cellCount } from '../../parts/encryption-matrix/cell-count.ts'
import type { PrepareProps } from '../../parts/encryption-matrix/MissingSets.tsx'
import { imageDefinitionCrumbs } from '../../parts/resource/image-version-crumbs.ts'
import type { NewTargetParts } from '../../parts/resource/new-target-parts.ts'
import { useTarget } from '../../parts/resource/use-target.ts'
import { CreationForbidden } from '../../parts/wizard/CreationForbidden.tsx'
import { TagFields } from '../../parts/wizard/TagFields.tsx'
import { useWizardInventory } from '../../parts/wizard/use-wizard-inventory.ts'
import { useWizard } from '../../parts/wizard/use-wizard.ts'
import { WizardFrame } from '../../parts/wizard/WizardFrame.tsx'
import { WizardSummary } from '../../parts/wizard/WizardSummary.tsx'
import { BasicsTab } from './basics/BasicsTab.tsx'
import { SubmissionMessage } from './creation/SubmissionMessage.tsx'
import { createAction, useCreation } from './creation/use-creation.ts'
import type { DraftEdit } from './draft/draft-reducer.ts'
import { useDraft } from './draft/use-draft.ts'
import { EncryptionTab } from './encryption/EncryptionTab.tsx'
import { isToldAtOnce } from './is-told-at-once.ts'
import { BelowProposals } from './proposals/BelowProposals.tsx'
import { RegionsProposal } from './proposals/RegionsProposal.tsx'
import { SetProposals } from './proposals/SetProposals.tsx'
import { ReplicationTab } from './replication/ReplicationTab.tsx'
import { ReviewTab } from './review/ReviewTab.tsx'
import { usePolicyVerdict } from './review/use-policy-verdict.ts'
import { useVersionSummary } from './summary/use-version-summary.ts'
import { tabs, type TabProps } from './tabs.ts'

// Comes when the code is shown.
const PlanCode = lazy(() => import('../../parts/code-pane/PlanCode.tsx').then((part) => ({ default: part.PlanCode })))

/** What other features provide for the wizard: sets, a gallery, an image definition, and actions on the whole plan. */
export interface WizardParts extends NewTargetParts {
  PlanActions: ComponentType<{ plan: ImageVersionPlan }>
  Prepare: ComponentType<PrepareProps>
}

interface CreateImageVersionWizardProps {
  /** the definition that the wizard was opened from, '' if none */
  imageDefinitionId: string
  parts: WizardParts
  onDiscarded: () => void
}

/** The five tabs, their issues, and the creation at their end. The plan is the only thing it owns. */
export function CreateImageVersionWizard({ imageDefinitionId, parts, onDiscarded }: CreateImageVersionWizardProps) {
  const t = useWizardTexts().wizard
  const { forbidden } = useSummaryTexts()
  const { account } = useSignedIn()
  const draft = useDraft(account.key, imageDefinitionId)
  const { plan, batchSize } = draft
  const facts = useWizardInventory(plan)
  const { inventory, isLoading, isUnread } = facts
  const target = useTarget(plan.imageDefinitionId)
  const policyVerdict = usePolicyVerdict(plan, inventory)
  const policySoFar = policyVerdict && policyVerdictSoFar(plan, policyVerdict)
  const creation = useCreation(draft)
  const { submission, isBusy, send } = creation
  const issues = mergedIssues(isLoading || isUnread ? [] : check(plan, inventory), creation.issues)
  const wizard = {
    ...useWizard(tabs, issues, (issue) => isToldAtOnce(issue, plan, inventory)),
    // A policy is not an issue of a field, and the tab where it is met is marked all the same.
    marks: { encryption: policySoFar?.state === 'denied' ? 1 : 0 },
  }
  const mayNotCreate = plan.imageDefinitionId !== '' && inventory.mayCreateVersions === false
  const isForbidden = mayNotCreate || issues.some(isBlocking) || policyVerdict?.state === 'denied'
  const isLoaded = !isLoading && !facts.isStale && facts.error === null
  useDefinitionsRegion(draft, inventory)
  const wasVerifying = useResumedAction(createAction, isLoaded, () => {
    if (!isForbidden && submission.state === 'idle') send()
  })
  const known = isLoading || isUnread ? undefined : issues
  const count = cellCount(plan, inventory)
  const status = useStatus(plan, count, wizard.shown)
  const { line, facts: planned } = useVersionSummary(plan, inventory, count)

  function onEdit(change: DraftEdit) {
    creation.onEdit()
    draft.edit(change)
  }
  const refused = draft.refused ?? []
  const ofBasics = { hasFacts: facts.hasFacts, sourceSubscription: facts.sourceSubscription, target, parts }
  const form: TabProps = { plan, inventory, issues: wizard.ofTab, onEdit, onLeave: wizard.onLeave }
  return (
    <WizardFrame
      wizard={wizard}
      texts={t}
      crumbs={imageDefinitionCrumbs(tryParseResourceId(plan.imageDefinitionId))}
      actions={
        <Suspense>
          <parts.PlanActions plan={plan} />
        </Suspense>
      }
      onDiscard={() => {
        draft.discard()
        onDiscarded()
      }}
      message={
        <>
          {mayNotCreate && <CreationForbidden imageDefinitionId={plan.imageDefinitionId} />}
          <SubmissionMessage
            submission={submission}
            plan={plan}
            inventory={inventory}
            onRepair={({ edit, tab }) => {
              if (edit !== undefined) onEdit(edit)
              wizard.goTo(tab)
            }}
            onSendAgain={send}
            onDismiss={creation.dismiss}
          />
        </>
      }
      code={(field) => !isLoading && <PlanCode plan={plan} inventory={inventory} field={field} />}
      facts={facts}
      panels={
        isLoading
          ? undefined
          : {
              basics: () => <BasicsTab {...form} {...ofBasics} />,
              replication: () => (
                <BelowProposals proposals={<RegionsProposal {...form} refused={refused} />}>
                  <ReplicationTab {...form} batchSize={batchSize} />
                </BelowProposals>
              ),
              // Without Azure's answer it would say that there is no set.
              encryption: () =>
                !isUnread && (
                  <EncryptionTab
                    {...form}
                    draft={draft}
                    Prepare={parts.Prepare}
                    policyVerdict={policySoFar}
                    proposals={<SetProposals {...form} refused={refused} />}
                    onGoTo={wizard.goTo}
                  />
                ),
              tags: () => (
                <TagFields
                  {...form}
                  tags={plan.tags}
                  onChange={(tags) => onEdit({ type: 'setFields', fields: { tags } })}
                />
              ),
              review: () => (
                <ReviewTab
                  {...form}
                  batchSize={batchSize}
                  origin={draft.origin ?? (draft.profile && 'profile')}
                  subscriptionName={target.subscriptionName}
                  policyVerdict={policyVerdict}
                  isRefused={mayNotCreate || !(submission.state === 'idle' || submission.state === 'sending')}
                  onGoTo={wizard.goTo}
                  onGoToField={wizard.goToField}
                />
              ),
            }
      }
      summary={wasVerifying && (isLoading || isBusy) ? t.submission.resuming : mayNotCreate ? forbidden.short : status}
      aside={{ line, content: <WizardSummary wizard={wizard} labels={t.tabs} facts={planned} issues={known} /> }}
      creation={{ ...creation, canCreate: isLoaded && !isForbidden && !isBusy }}
    />
  )
}

/** By default, the version's region is that of its definition. */
function useDefinitionsRegion({ plan, edit }: ReturnType<typeof useDraft>, { imageDefinition }: Inventory): void {
  const definitionLocation = imageDefinition?.location
  const proposeLocation = useEffectEvent((location: string) => {
    if (plan.location === '') edit({ type: 'setLocation', location })
  })
  useEffect(() => {
    if (definitionLocation !== undefined) proposeLocation(definitionLocation)
  }, [definitionLocation])
}

/** Such as `Sets chosen: 5 of 6 · 1 problem`. */
function useStatus(plan: ImageVersionPlan, { set, cells }: ReturnType<typeof cellCount>, shown: Issue[]): string {
  const t = useWizardTexts().wizard
  const problems = shown.filter(isBlocking).length
  return [
    ...(asksForDiskSets(plan) && cells > 0 ? [t.encryption.counter(set, cells)] : []),
    ...(problems > 0 ? [t.problems(problems)] : []),
  ].join(' · ')
}
