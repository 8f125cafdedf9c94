import { Button } from '@fluentui/react-components'
import { regionDisplayName } from '@portal/disk-encryption'
import { type Inventory, isBlocking, type IssuePath, mergedIssues, replicaCountOf } from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import {
  check,
  leftOwnKeys,
  type PolicyVerdict,
  policyVerdict,
  policyVerdictSoFar,
  proposedRegions,
  proposedSets,
} from '@portal/version-rules'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useSearchParams } from 'wouter'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useResumedAction } from '../../../auth/use-pending-action.ts'
import type { ImageVersionDraft } from '../../../drafts/image-version-drafts.ts'
import { useReadOnlyDraft } from '../../../drafts/read-only-draft.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { PlanCode } from '../../../patterns/code/lazy-code.ts'
import { galleryScope } from '../../../patterns/policy/gallery-scope.ts'
import { usePolicyAssignments } from '../../../patterns/policy/use-policy-assignments.ts'
import { ProposalList } from '../../../patterns/proposals/ProposalList.tsx'
import { imageDefinitionCrumbs } from '../../../patterns/resource/image-version-crumbs.ts'
import { useTarget } from '../../../patterns/resource/use-target.ts'
import { TagFields } from '../../../patterns/wizard/TagFields.tsx'
import { useProposalTexts } from '../../../patterns/wizard/texts/proposals-texts.ts'
import { useSummaryTexts } from '../../../patterns/wizard/texts/summary-texts.ts'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { useWizardInventory } from '../../../patterns/wizard/use-wizard-inventory.ts'
import { useWizard } from '../../../patterns/wizard/use-wizard.ts'
import { WizardFrame } from '../../../patterns/wizard/WizardFrame.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { Message } from '../../../ui/Message.tsx'
import { shows } from '../../../ui/shows.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { BasicsTab } from './basics/BasicsTab.tsx'
import { CreationMessages } from './creation/CreationMessages.tsx'
import { createAction, useCreation } from './creation/use-creation.ts'
import type { DraftEdit } from './draft/draft-reducer.ts'
import { useDraft } from './draft/use-draft.ts'
import { EncryptionTab } from './encryption/EncryptionTab.tsx'
import { isToldAtOnce } from './immediate-issues.ts'
import { ReplicationTab } from './replication/ReplicationTab.tsx'
import { ReviewTab } from './review/ReviewTab.tsx'
import { useImportPlanTexts } from './start/import-plan-texts.ts'
import { PlanActions } from './start/PlanActions.tsx'
import type { Start } from './start/StartWith.tsx'
import { tabs, type TabProps } from './tabs.ts'
import { useVersionSummary } from './use-version-summary.tsx'

interface CreateImageVersionWizardProps {
  /** the definition that the wizard was opened from, '' if none */
  imageDefinitionId: string
  /** begins again with another draft */
  onStart: (draft: ImageVersionDraft) => void
  /** gets the draft if it can be brought back */
  onDiscarded: (emptied?: ImageVersionDraft) => void
  /** brings back the draft that was emptied; undefined if there is none */
  onUndo: (() => void) | undefined
}

/** The five tabs, their issues, and the creation at their end. The plan is the only thing it owns. */
export function CreateImageVersionWizard({ imageDefinitionId, ...page }: CreateImageVersionWizardProps) {
  const t = useWizardTexts().wizard
  const { forbidden } = useSummaryTexts()
  const { account } = useSignedIn()
  const draft = useDraft(account.key, imageDefinitionId)
  const { plan, batchSize, like } = draft
  const facts = useWizardInventory(plan)
  const { inventory, isLoading, isUnread } = facts
  const target = useTarget(plan.imageDefinitionId)
  const assignments = usePolicyAssignments(galleryScope(plan.imageDefinitionId))
  const verdict = assignments && policyVerdict(plan, inventory, assignments)
  const policySoFar = verdict && policyVerdictSoFar(plan, verdict)
  const creation = useCreation(draft)
  const { submission, isBusy, send } = creation
  const [arrivedName] = useState(plan.name)
  const issues = mergedIssues(isLoading || isUnread ? [] : check(plan, inventory), creation.issues)
  const wizard = useWizard(tabs, issues, {
    isToldAtOnce: (issue) => isToldAtOnce(issue, { plan, inventory, arrivedName }),
    denied: deniedPlaces(policySoFar),
  })
  const mayNotCreate = plan.imageDefinitionId !== '' && inventory.mayCreateVersions === false
  const isForbidden = mayNotCreate || issues.some(isBlocking) || verdict?.state === 'denied'
  const isLoaded = !isLoading && !facts.isStale && facts.error === null
  useDefinitionsRegion(draft, inventory)
  const wasVerifying = useResumedAction(createAction, isLoaded, () => {
    if (!isForbidden && submission.state === 'idle') send()
  })

  function onEdit(change: DraftEdit) {
    creation.onEdit()
    draft.edit(change)
  }
  function onDiscard() {
    draft.discard()
    page.onDiscarded()
  }
  function onEmpty() {
    draft.discard()
    page.onDiscarded({ plan, batchSize, ...(like !== undefined && { like }) })
  }
  const refused = draft.refused ?? []
  const ofBasics = { hasFacts: facts.hasFacts, sourceSubscription: facts.sourceSubscription, target }
  const form: TabProps = { plan, inventory, issues: wizard.ofTab, onEdit, onLeave: wizard.onLeave }
  const isKnown = !isLoading && !isUnread
  const left = isKnown ? leftOwnKeys(plan, inventory) : undefined
  const risk = left !== undefined && <LeftOwnKeys {...form} version={left} />
  const onUndo = draft.isNothing ? page.onUndo : undefined
  const aside = useVersionSummary({ ...form, wizard, isKnown, start: { like, onEmpty, onUndo }, risk })
  return (
    <WizardFrame
      wizard={wizard}
      texts={t}
      crumbs={imageDefinitionCrumbs(tryParseResourceId(plan.imageDefinitionId))}
      actions={
        <>
          <StartFrom
            definitionId={plan.imageDefinitionId}
            latest={inventory.latestVersionName}
            onStart={page.onStart}
          />
          <PlanActions plan={plan} />
        </>
      }
      onDiscard={onDiscard}
      message={<CreationMessages {...form} mayNotCreate={mayNotCreate} creation={creation} onGoTo={wizard.goTo} />}
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
                    policyVerdict={policySoFar}
                    risk={risk}
                    toDo={wizard.toDo.get('encryption')?.count ?? 0}
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
                  policyVerdict={verdict}
                  risk={risk}
                  toDo={[...wizard.toDo.values()].reduce((sum, { count }) => sum + count, 0)}
                  isRefused={mayNotCreate || !(submission.state === 'idle' || submission.state === 'sending')}
                  onGoTo={wizard.goTo}
                  onGoToField={wizard.goToField}
                />
              ),
            }
      }
      summary={wasVerifying && (isLoading || isBusy) ? t.submission.resuming : mayNotCreate ? forbidden.short : ''}
      aside={aside}
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

/** What a policy denies, whatever is chosen next: no issue of a field, and yet something to do. */
function deniedPlaces(verdict: PolicyVerdict | undefined): IssuePath[] {
  return (verdict?.findings ?? []).flatMap(({ state, paths }) => (state === 'denied' ? paths : []))
}

/** The regions, replicas and storage of the latest encrypted version, as far as the plan lacks them. */
function RegionsProposal({ plan, inventory, refused, onEdit }: TabProps & { refused: readonly string[] }) {
  const t = useProposalTexts()
  const { list } = useFormats()
  const proposed = proposedRegions(plan, inventory)
  if (proposed === undefined) return null
  const { like, targetRegions, added, changed } = proposed
  const regions = targetRegions.filter(({ name }) => added.includes(name) || changed.includes(name))
  const shown = regions
    .slice(0, 4)
    .map((region) => t.regionReplicas(regionDisplayName(inventory, region.name), replicaCountOf(plan, region) ?? 1))
  const rest = regions.length - shown.length
  return (
    <ProposalList
      proposals={[
        {
          id: `regions ${like}`,
          text: t.regions(like),
          detail: list([...shown, ...(rest > 0 ? [`+${rest}`] : [])]),
          apply: () => onEdit({ type: 'setTargetRegions', targetRegions }),
        },
      ]}
      refused={refused}
      onRefuse={(id) => onEdit({ type: 'refuseProposal', id })}
    />
  )
}

interface LeftOwnKeysProps extends Pick<TabProps, 'plan' | 'inventory' | 'onEdit'> {
  /** the latest version, which has them */
  version: string
}

/** That the plan would leave the own keys of the latest version, and the button that takes its regions and sets. */
function LeftOwnKeys({ version, plan, inventory, onEdit }: LeftOwnKeysProps) {
  const t = useProposalTexts()
  const targetRegions = proposedRegions(plan, inventory)?.targetRegions ?? plan.targetRegions
  const sets = proposedSets({ ...plan, targetRegions }, inventory)
  return (
    <Message
      intent="warning"
      {...shows('left-own-keys')}
      actions={
        sets !== undefined && (
          <Button
            {...shows('proposal')}
            onClick={() => {
              if (targetRegions !== plan.targetRegions) onEdit({ type: 'setTargetRegions', targetRegions })
              onEdit({ type: 'setEncryption', fields: { encryptionType: sets.encryptionType }, cells: sets.cells })
            }}
          >
            {t.setsOf(version)}
          </Button>
        )
      }
    >
      {t.leftOwnKeys(version)}
    </Message>
  )
}

/** A tab below what is proposed for it. */
function BelowProposals({ proposals, children }: { proposals: ReactNode; children: ReactNode }) {
  return (
    <Stack gap="L">
      {proposals}
      <div>{children}</div>
    </Stack>
  )
}

const StartDialog = lazyPart(() => import('./start/StartDialog.tsx').then((part) => part.StartDialog))

/** Opens the dialog with what a version can begin from; the address has it open, so that links lead there. */
function StartFrom(props: Omit<Start, 'onClose'> & { latest: string | undefined }) {
  const { start: t } = useImportPlanTexts()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('start')
  // Another tab's draft begins there.
  if (useReadOnlyDraft() && props.definitionId !== '') return null
  const ask = (start: string | undefined) =>
    setSearch(
      (current) => {
        if (start === undefined) current.delete('start')
        else current.set('start', start)
        return current
      },
      { replace: start === undefined },
    )
  return (
    <>
      <Button appearance="subtle" aria-haspopup="dialog" onClick={() => ask('')}>
        {t.open}
      </Button>
      {asked !== null && <StartDialog {...props} asked={asked} onClose={() => ask(undefined)} />}
    </>
  )
}
