import { lazy, Suspense, useEffect, useEffectEvent, type ComponentType } from 'react'
import { makeStyles, tokens } from '@fluentui/react-components'
import { useLocation } from 'wouter'
import {
  check,
  imageDisks,
  isBlocking,
  mergedIssues,
  tryImageVersionId,
  asksForDiskSets,
  type ImageSource,
  type ImageVersionPlan,
} from '@portal/image-version'
import { sameResourceId } from '@portal/portal-api'
import { usePendingAction } from '../../auth/use-pending-action.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { askedDraft } from '../../drafts/image-version-drafts.ts'
import { useWizardTexts } from '../../i18n/use-wizard-texts.ts'
import { imageVersionPath } from '../../paths.ts'
import type { CreateGalleryProps, CreateImageDefinitionProps } from '../../create-props.ts'
import type { PrepareProps } from '../../prepare-props.ts'
import { BesideCode } from '../../ui/code-pane/BesideCode.tsx'
import { CodeToggle } from '../../ui/code-pane/CodeToggle.tsx'
import { useCodePane } from '../../ui/code-pane/use-code-pane.ts'
import { DraftFields } from '../../ui/DraftFields.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemMessage } from '../../ui/ProblemMessage.tsx'
import { batchesOfPlan } from '../../ui/rollout/batches.ts'
import { useSubmission } from '../../ui/use-submission.ts'
import { cellCount } from '../../ui/encryption-matrix/cell-count.ts'
import { DiscardDraft } from '../../ui/wizard/DiscardDraft.tsx'
import type { DraftEdit } from './draft-reducer.ts'
import { MissingSets } from '../../ui/encryption-matrix/MissingSets.tsx'
import { isToldAtOnce } from './is-told-at-once.ts'
import { reconcile, submit, type Created } from './submission.ts'
import { SubmissionMessage } from './SubmissionMessage.tsx'
import { tabs } from './tabs.ts'
import { usePolicyVerdict } from './use-policy-verdict.ts'
import { useDraft } from './use-draft.ts'
import { useWizardTabs } from '../../ui/wizard/use-wizard-tabs.ts'
import { useTarget } from '../../ui/use-target.ts'
import { useWizardInventory } from './use-wizard-inventory.ts'
import { wizardCrumbs } from './wizard-crumbs.ts'
import { WizardFooter } from '../../ui/wizard/WizardFooter.tsx'
import { WizardSkeleton } from '../../ui/wizard/WizardSkeleton.tsx'
import { WizardTabList } from '../../ui/wizard/WizardTabList.tsx'
import { WizardTabPanel } from './WizardTabPanel.tsx'

// Comes when the code is shown.
const PlanCode = lazy(() => import('../../ui/code-pane/PlanCode.tsx').then((part) => ({ default: part.PlanCode })))

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, flexGrow: 1 },
  panel: { paddingBottom: tokens.spacingVerticalXXL, flexGrow: 1, outlineStyle: 'none' },
})

/** What other features make for the wizard: sets, a gallery, an image definition, and what is done with a whole plan. */
export interface WizardParts {
  PlanActions: ComponentType<{ plan: ImageVersionPlan }>
  Prepare: ComponentType<PrepareProps>
  CreateGallery: ComponentType<CreateGalleryProps>
  CreateImageDefinition: ComponentType<CreateImageDefinitionProps>
}

interface CreateImageVersionWizardProps {
  /** the definition that the wizard was opened from, '' if none */
  imageDefinitionId: string
  parts: WizardParts
  onDiscarded: () => void
}

/** The five tabs, their issues, and the creation at their end. The plan is the only thing it owns. */
export function CreateImageVersionWizard({ imageDefinitionId, parts, onDiscarded }: CreateImageVersionWizardProps) {
  const styles = useStyles()
  const t = useWizardTexts().wizard
  const { account } = useSignedIn()
  const [, navigate] = useLocation()
  const { plan, batchSize, edit, discard, preparation, canUndo, canRedo } = useDraft(account.key, imageDefinitionId)
  const { inventory, sourceSubscription, isLoading, isStale, error, retry } = useWizardInventory(account.key, plan)
  const target = useTarget(account.key, plan.imageDefinitionId)
  const policyVerdict = usePolicyVerdict(plan, inventory)
  const { tab, panel, select, goTo, isRevealed, onLeave } = useWizardTabs(tabs)
  const codePane = useCodePane()
  const asked = { plan, batches: batchesOfPlan(plan, batchSize) }

  const { submission, send, dismiss } = useSubmission<Created>({
    kind: 'creation',
    accountKey: account.key,
    // A version without a name has never been sent.
    id: tryImageVersionId(plan) ?? '',
    action: 'create-image-version',
    submit: () => submit(asked),
    reconcile: () => reconcile(asked),
    onOutcome: (outcome) => {
      if (outcome.state !== 'created') return
      askedDraft(account.key, outcome.id).save({ plan, batchSize })
      discard()
      // The way back leads past the form, which is blank by now.
      navigate(imageVersionPath(outcome.id), { replace: true })
    },
  })

  const serverIssues = submission.state === 'rejected' ? submission.issues : []
  const localIssues = isLoading ? [] : check(plan, inventory)
  const issues = mergedIssues(localIssues, serverIssues)
  const shown = issues.filter((issue) => isToldAtOnce(issue, plan, inventory) || isRevealed(issue))
  const isForbidden = issues.some(isBlocking) || policyVerdict?.state === 'denied'
  const isBusy = submission.state === 'sending' || submission.state === 'checking'
  const canCreate = !isForbidden && !isLoading && !isStale && error === null && !isBusy

  // The version's region is that of its definition until the user says otherwise.
  const definitionLocation = inventory.imageDefinition?.location
  const proposeLocation = useEffectEvent((location: string) => {
    if (plan.location === '') edit({ type: 'setLocation', location })
  })
  useEffect(() => {
    if (definitionLocation !== undefined) proposeLocation(definitionLocation)
  }, [definitionLocation])

  // Back from proving more to Entra ID: what was about to be sent goes on by itself, once everything is loaded again.
  const wasVerifying = usePendingAction('create-image-version')
  const resume = useEffectEvent(() => {
    if (!isForbidden && submission.state === 'idle') send()
  })
  const isReady = wasVerifying && !isLoading && !isStale && error === null
  useEffect(() => {
    if (isReady) resume()
  }, [isReady])

  // What became of it stands above the tabs, and Create may have been pressed far below.
  useEffect(() => {
    if (submission.state !== 'idle') window.scrollTo({ top: 0 })
  }, [submission.state])

  function onEdit(change: DraftEdit) {
    if (submission.state !== 'idle' && !isBusy) dismiss()
    edit(change)
  }
  function onChooseSource(source: ImageSource) {
    const luns = imageDisks(source, inventory).flatMap((disk) => (disk.key === 'os' ? [] : [disk.key]))
    onEdit({ type: 'setSource', source, luns })
  }
  const gallery = target.galleries.find(({ id }) => sameResourceId(id, target.galleryId))
  const newTarget = {
    gallery: (
      <parts.CreateGallery
        subscriptionId={target.subscriptionId}
        onCreated={(id) => {
          target.chooseGallery(id)
          onEdit({ type: 'setFields', fields: { imageDefinitionId: '' } })
        }}
      />
    ),
    definition: gallery && (
      <parts.CreateImageDefinition
        gallery={gallery}
        onCreated={(id) => onEdit({ type: 'setFields', fields: { imageDefinitionId: id } })}
      />
    ),
  }
  const { set, cells } = cellCount(plan, inventory)
  const problems = shown.filter(isBlocking).length
  const summary = [
    ...(asksForDiskSets(plan) && cells > 0 ? [t.encryption.counter(set, cells)] : []),
    ...(problems > 0 ? [t.problems(problems)] : []),
  ].join(' · ')

  return (
    <div className={styles.page}>
      <PageHeader
        title={t.title}
        crumbs={wizardCrumbs(plan.imageDefinitionId)}
        actions={
          <>
            <Suspense>
              <parts.PlanActions plan={plan} />
            </Suspense>
            <CodeToggle {...codePane} />
            <DiscardDraft
              onDiscard={() => {
                discard()
                onDiscarded()
              }}
            />
          </>
        }
      />
      <SubmissionMessage
        submission={submission}
        plan={plan}
        inventory={inventory}
        onRepair={({ edit: change, tab: next }) => {
          if (change !== undefined) onEdit(change)
          goTo(next)
        }}
        onSendAgain={send}
        onDismiss={dismiss}
      />
      <WizardTabList title={t.title} tabs={tabs} labels={t.tabs} tab={tab} issues={shown} onSelect={select} />
      <BesideCode
        {...codePane}
        part={tab}
        code={(field) => !isLoading && <PlanCode plan={plan} inventory={inventory} field={field} />}
      >
        {/* What was sent is not changed while nobody knows what becomes of it. */}
        <div ref={panel} className={styles.panel} role="tabpanel" aria-label={t.tabs[tab]} tabIndex={-1} inert={isBusy}>
          <Panel>
            {error !== null && <ProblemMessage error={error} onRetry={retry} />}
            {isLoading ? (
              <WizardSkeleton />
            ) : (
              <DraftFields>
                <WizardTabPanel
                  tab={tab}
                  plan={plan}
                  batchSize={batchSize}
                  inventory={inventory}
                  issues={tab === 'review' ? issues : shown}
                  onEdit={onEdit}
                  canUndo={canUndo}
                  canRedo={canRedo}
                  onLeave={onLeave}
                  onGoTo={goTo}
                  onChooseSource={onChooseSource}
                  sourceSubscription={sourceSubscription}
                  target={target}
                  newTarget={newTarget}
                  policyVerdict={policyVerdict}
                  missingSets={
                    <MissingSets
                      Prepare={parts.Prepare}
                      plan={plan}
                      inventory={inventory}
                      preparation={preparation}
                      onFill={(cells) => onEdit({ type: 'fillCells', cells })}
                    />
                  }
                />
              </DraftFields>
            )}
          </Panel>
        </div>
      </BesideCode>
      <WizardFooter
        tabs={tabs}
        labels={t.tabs}
        tab={tab}
        summary={wasVerifying && (isLoading || isBusy) ? t.submission.resuming : summary}
        isSending={isBusy}
        canCreate={canCreate}
        onGoTo={goTo}
        onCreate={send}
      />
    </div>
  )
}
