import { lazy, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { makeStyles, tokens } from '@fluentui/react-components'
import {
  adminSecretIssues,
  blankVirtualMachinePlan,
  isBlocking,
  deploymentOfMachine,
  mergedIssues,
  virtualMachineIssues,
  type VirtualMachineInventory,
  type VirtualMachinePlan,
} from '@portal/image-version'
import { formatResourceId, type ResourceId } from '@portal/portal-api'
import { useLocation } from 'wouter'
import { usePendingAction } from '../../auth/use-pending-action.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import type { EditedDraft } from '../../drafts/edited-draft.ts'
import { machineDraft } from '../../drafts/machine-draft.ts'
import { useKeptDraft } from '../../drafts/use-kept-draft.ts'
import { useMachineTexts } from '../../i18n/use-machine-texts.ts'
import { useWizardTexts } from '../../i18n/use-wizard-texts.ts'
import { imageVersionPath, virtualMachinePath } from '../../paths.ts'
import { BesideCode } from '../../ui/code-pane/BesideCode.tsx'
import { CodeToggle } from '../../ui/code-pane/CodeToggle.tsx'
import { useCodePane } from '../../ui/code-pane/use-code-pane.ts'
import { imageVersionCrumbs } from '../../ui/image-version-crumbs.ts'
import { DraftFields } from '../../ui/DraftFields.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemMessage } from '../../ui/ProblemMessage.tsx'
import { resourceLabel } from '../../ui/resource-label.ts'
import { useSubmission } from '../../ui/use-submission.ts'
import { DiscardDraft } from '../../ui/wizard/DiscardDraft.tsx'
import { useWizardTabs } from '../../ui/wizard/use-wizard-tabs.ts'
import { WizardFooter } from '../../ui/wizard/WizardFooter.tsx'
import { WizardSkeleton } from '../../ui/wizard/WizardSkeleton.tsx'
import { WizardTabList } from '../../ui/wizard/WizardTabList.tsx'
import { isToldAtOnce } from './is-told-at-once.ts'
import { machineId, reconcileMachine, submitMachine, type Started } from './machine-submission.ts'
import { MachineSubmissionMessage } from './MachineSubmissionMessage.tsx'
import { MachineTabPanel } from './MachineTabPanel.tsx'
import { tabs } from './tabs.ts'
import { useMachineInventory } from './use-machine-inventory.ts'
import { useMachinePolicyVerdict } from './use-machine-policy-verdict.ts'
import { useMachinePreview } from './use-machine-preview.ts'
import { useProposals } from './use-proposals.ts'

// Comes when the code is shown.
const DeploymentCode = lazy(() =>
  import('../../ui/code-pane/DeploymentCode.tsx').then((part) => ({ default: part.DeploymentCode })),
)

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, flexGrow: 1 },
  panel: { paddingBottom: tokens.spacingVerticalXXL, flexGrow: 1, outlineStyle: 'none' },
})

const action = 'create-virtual-machine'

interface CreateVirtualMachineWizardProps {
  /** the image version that the machine is made from */
  version: ResourceId
  onDiscarded: () => void
}

/** The five tabs, their issues, and the creation at their end. It owns the plan, and the secret that no plan holds. */
export function CreateVirtualMachineWizard({ version, onDiscarded }: CreateVirtualMachineWizardProps) {
  const styles = useStyles()
  const t = useMachineTexts()
  const { problems } = useWizardTexts().wizard
  const { account } = useSignedIn()
  const [, navigate] = useLocation()
  const versionId = formatResourceId(version)
  const {
    draft: plan,
    edit,
    discard,
  } = useKeptDraft(machineDraft(account.key, versionId), {
    blank: () => blankVirtualMachinePlan(versionId),
    edited: withFields,
  })
  const [adminSecret, setAdminSecret] = useState('')
  const { inventory, isStale, error, retry } = useMachineInventory(account.key, plan)
  const { tab, panel, select, goTo, isRevealed, onLeave } = useWizardTabs(tabs)
  const wasVerifying = usePendingAction(action)
  useProposals({ plan, inventory, edit })
  const codePane = useCodePane()
  const shownPlan = useDeferredValue(plan)
  const definition = inventory?.imageDefinition
  const deployment = useMemo(() => definition && deploymentOfMachine(shownPlan, definition), [shownPlan, definition])

  const { submission, send, dismiss } = useSubmission<Started>({
    kind: 'machine',
    accountKey: account.key,
    id: machineId(plan),
    action,
    submit: () => submitMachine({ plan, adminSecret }),
    reconcile: () => reconcileMachine(plan),
    onOutcome: (outcome) => {
      if (outcome.state !== 'started') return
      discard()
      // The way back leads past the form, which is blank by now.
      navigate(virtualMachinePath(outcome.id), { replace: true })
    },
  })

  const issues = inventory === undefined ? [] : allIssues({ plan, adminSecret }, inventory)
  const serverIssues = submission.state === 'rejected' ? submission.issues : []
  const known = mergedIssues(issues, serverIssues)
  const shown = known.filter((issue) => isToldAtOnce(issue) || isRevealed(issue))
  const isBusy = submission.state === 'sending' || submission.state === 'checking'
  const isSound = inventory !== undefined && !isStale && error === null && !known.some(isBlocking)
  const preview = useMachinePreview({ plan, adminSecret }, tab === 'review' && isSound && !isBusy, action)
  const isForbidden = (preview.data?.missingActions.length ?? 0) > 0
  const policyVerdict = useMachinePolicyVerdict(plan)
  const isDenied = policyVerdict?.state === 'denied'
  const shownCount = shown.filter(isBlocking).length

  // What became of it stands above the tabs, and Create may have been pressed far below.
  useEffect(() => {
    if (submission.state !== 'idle') window.scrollTo({ top: 0 })
  }, [submission.state])

  function onEdit(fields: Partial<VirtualMachinePlan>) {
    if (submission.state !== 'idle' && !isBusy) dismiss()
    edit(fields)
  }

  return (
    <div className={styles.page}>
      <PageHeader
        title={t.title}
        crumbs={[
          ...imageVersionCrumbs(version),
          { text: version.names.at(-1) ?? '', href: imageVersionPath(versionId) },
        ]}
        actions={
          <>
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
      <MachineSubmissionMessage
        submission={submission}
        wasVerifying={wasVerifying}
        onSendAgain={send}
        onDismiss={dismiss}
      />
      <WizardTabList title={t.title} tabs={tabs} labels={t.tabs} tab={tab} issues={shown} onSelect={select} />
      <BesideCode
        {...codePane}
        part={tab}
        code={(field) => deployment && <DeploymentCode deployment={deployment} field={field} />}
      >
        {/* What was sent is not changed while nobody knows what becomes of it. */}
        <div ref={panel} className={styles.panel} role="tabpanel" aria-label={t.tabs[tab]} tabIndex={-1} inert={isBusy}>
          <Panel>
            {error !== null && <ProblemMessage error={error} onRetry={retry} />}
            {inventory === undefined && error === null && <WizardSkeleton />}
            {inventory !== undefined && (
              <DraftFields>
                <MachineTabPanel
                  tab={tab}
                  plan={plan}
                  inventory={inventory}
                  isStale={isStale}
                  issues={tab === 'review' ? known : shown}
                  onEdit={onEdit}
                  onLeave={onLeave}
                  onGoTo={goTo}
                  adminSecret={adminSecret}
                  onAdminSecret={setAdminSecret}
                  imageLabel={resourceLabel(versionId)}
                  preview={preview}
                  policyVerdict={policyVerdict}
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
        summary={shownCount > 0 ? problems(shownCount) : ''}
        isSending={isBusy}
        canCreate={isSound && !isForbidden && !isDenied && !isBusy}
        onGoTo={goTo}
        onCreate={send}
      />
    </div>
  )
}

function withFields(state: EditedDraft<VirtualMachinePlan>, fields: Partial<VirtualMachinePlan>) {
  return { ...state, draft: { ...state.draft, ...fields } }
}

function allIssues(
  { plan, adminSecret }: { plan: VirtualMachinePlan; adminSecret: string },
  inventory: VirtualMachineInventory,
) {
  return [...virtualMachineIssues(plan, inventory), ...adminSecretIssues(plan, adminSecret, inventory)]
}
