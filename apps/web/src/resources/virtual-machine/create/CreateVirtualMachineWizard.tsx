import { deploymentOfMachine } from '@portal/code'
import { isBlocking, mergedIssues, type Issue } from '@portal/image-version'
import { formatResourceId, type PolicyScope, type ResourceId, tryParseResourceId } from '@portal/portal-api'
import {
  adminSecretIssues,
  blankVirtualMachinePlan,
  machinePolicyVerdict,
  type VirtualMachineInventory,
  virtualMachineIssues,
  type VirtualMachinePlan,
  type VirtualMachineRequest,
  atRegion,
  machineSecurityTypes,
  proposedSize,
  testMachineFields,
} from '@portal/virtual-machine'
import { useDeferredValue, useMemo, useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { usePendingAction } from '../../../auth/use-pending-action.ts'
import type { EditedDraft } from '../../../drafts/edited-draft.ts'
import { machineDraft, type MachineDraft } from '../../../drafts/machine-draft.ts'
import { useStoredDraft } from '../../../drafts/use-stored-draft.ts'
import { virtualMachinePath } from '../../../paths.ts'
import { OutcomeMessage } from '../../../patterns/change/OutcomeMessage.tsx'
import { useSubmission } from '../../../patterns/change/use-submission.ts'
import { Code } from '../../../patterns/code/lazy-code.ts'
import { usePolicyAssignments } from '../../../patterns/policy/use-policy-assignments.ts'
import { crumbsPastVersion } from '../../../patterns/resource/image-version-crumbs.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { TagFields } from '../../../patterns/wizard/TagFields.tsx'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { useWizard } from '../../../patterns/wizard/use-wizard.ts'
import { WizardFrame } from '../../../patterns/wizard/WizardFrame.tsx'
import { Message } from '../../../ui/Message.tsx'
import { useMachineTexts } from '../texts/machine-texts.ts'
import { BasicsTab } from './basics/BasicsTab.tsx'
import { machineId, reconcileMachine, submitMachine, type Started } from './creation/machine-submission.ts'
import { DisksTab } from './disks/DisksTab.tsx'
import { useAdministratorSecret } from './key-pair/use-administrator-secret.ts'
import { NetworkingTab } from './NetworkingTab.tsx'
import { ReviewTab } from './review/ReviewTab.tsx'
import { useMachinePreview } from './review/use-machine-preview.ts'
import { tabs, type TabProps } from './tabs.ts'
import { useMachineInventory } from './use-machine-inventory.ts'

const createAction = 'create-virtual-machine'

/** The creation of a machine; once Azure has started it, the machine's page is shown and the draft `discard`ed. */
function useMachineCreation(request: VirtualMachineRequest, discard: () => void) {
  const { account } = useSignedIn()
  const [, navigate] = useLocation()
  return useSubmission<Started>({
    kind: 'machine',
    account,
    id: machineId(request.plan),
    action: createAction,
    submit: () => submitMachine(request),
    reconcile: () => reconcileMachine(request.plan),
    onOutcome: (outcome) => {
      if (outcome.state !== 'started') return
      discard()
      // The way back leads past the form, which is blank by now.
      navigate(virtualMachinePath(outcome.id), { replace: true })
    },
  })
}

const chosen = new Set<string | number>([
  'imageVersionId',
  'purchasePlan',
  'location',
  'size',
  'securityType',
  'osDisk',
  'dataDisks',
  'encryptionAtHost',
  'secureVMDiskEncryptionSetId',
])

/**
 * Whether an issue concerns something chosen from a list: it is then shown at once. Issues of typed input, or of
 * missing choices, are shown only after the field was left.
 */
function isToldAtOnce({ path: [field = ''], code }: Issue): boolean {
  return chosen.has(field) && !code.endsWith('Required')
}

interface CreateVirtualMachineWizardProps {
  /** the image version that the machine is created from */
  version: ResourceId
  /** a new draft is filled for a machine that only tries the version */
  isForTest: boolean
  onDiscarded: () => void
}

/**
 * The five tabs, their issues, and finally the creation. It owns the plan, and the secret, which is not in the plan.
 */
export function CreateVirtualMachineWizard({ version, isForTest, onDiscarded }: CreateVirtualMachineWizardProps) {
  const t = useMachineTexts()
  const { wizard: wizardTexts } = useWizardTexts()
  const { account } = useSignedIn()
  const versionId = formatResourceId(version)
  const { draft, edit, discard } = useStoredDraft(machineDraft(account.key, versionId), {
    blank: (): MachineDraft => blankVirtualMachinePlan(versionId),
    edited: withFields,
  })
  const { plan, profile } = useMemo(() => planIn(draft), [draft])
  const { forgetKeyPair, ...secret } = useAdministratorSecret(plan, account.key)
  const request = { plan, adminSecret: secret.adminSecret }
  const forget = () => {
    discard()
    forgetKeyPair()
  }
  const facts = useMachineInventory(plan)
  const { inventory, isStale } = facts
  const wasVerifying = usePendingAction(createAction)
  useProposals({ plan, inventory, isStale, edit, isForTest })
  const deployment = useDeployment(plan, inventory)
  const creation = useMachineCreation(request, forget)
  const { submission, isBusy, send } = creation

  const issues = mergedIssues(inventory === undefined ? [] : allIssues(request, inventory), creation.issues)
  const wizard = useWizard(tabs, issues, { isToldAtOnce })
  const isSound = inventory !== undefined && !isStale && facts.error === null && !issues.some(isBlocking)
  const preview = useMachinePreview(request, wizard.tab === 'review' && isSound && !isBusy, createAction)
  const isForbidden = (preview.data?.missingActions.length ?? 0) > 0
  const assignments = usePolicyAssignments(policyScope(plan))
  const policyVerdict = assignments && machinePolicyVerdict(plan, assignments)

  const form: Omit<TabProps, 'inventory'> = {
    plan,
    isStale,
    issues: wizard.ofTab,
    onEdit: (fields) => {
      creation.onEdit()
      edit(fields)
    },
    onLeave: wizard.onLeave,
  }
  const imageLabel = resourceLabel(versionId)
  return (
    <WizardFrame
      wizard={wizard}
      texts={t}
      crumbs={crumbsPastVersion(version)}
      onDiscard={() => {
        forget()
        onDiscarded()
      }}
      message={
        <>
          {wasVerifying && submission.state === 'idle' && <Message intent="info">{t.submission.verified}</Message>}
          <OutcomeMessage
            submission={submission}
            texts={{ ...wizardTexts.submission, ...t.submission }}
            onSendAgain={send}
            onDismiss={creation.dismiss}
          />
        </>
      }
      code={(field) => deployment && <Code deployment={deployment} field={field} />}
      facts={facts}
      panels={
        inventory && {
          basics: () => (
            <BasicsTab
              {...form}
              {...secret}
              inventory={inventory}
              imageLabel={imageLabel}
              onDefinitionChange={facts.retry}
            />
          ),
          disks: () => (
            <DisksTab
              {...form}
              inventory={inventory}
              profile={profile}
              onProfile={(applied) => edit({ profile: applied })}
            />
          ),
          networking: () => <NetworkingTab {...form} inventory={inventory} />,
          tags: () => <TagFields {...form} tags={plan.tags} onChange={(tags) => form.onEdit({ tags })} />,
          review: () => (
            <ReviewTab
              {...form}
              inventory={inventory}
              imageLabel={imageLabel}
              preview={preview}
              policyVerdict={policyVerdict}
              onGoTo={wizard.goTo}
            />
          ),
        }
      }
      summary=""
      creation={{ ...creation, canCreate: isSound && !isForbidden && policyVerdict?.state !== 'denied' && !isBusy }}
    />
  )
}

function withFields(state: EditedDraft<MachineDraft>, fields: Partial<MachineDraft>) {
  return { ...state, draft: { ...state.draft, ...fields } }
}

/** What is sent, and what is only kept with it. */
function planIn({ profile, ...plan }: MachineDraft): { plan: VirtualMachinePlan; profile: MachineDraft['profile'] } {
  return { plan, profile }
}

/** The machine's resource group, or the subscription of a new one; undefined if no group is chosen. */
function policyScope({ subscriptionId, resourceGroup }: VirtualMachinePlan): PolicyScope | undefined {
  if (subscriptionId === '' || (!resourceGroup.isNew && resourceGroup.name === '')) return undefined
  return { subscriptionId, resourceGroupName: resourceGroup.isNew ? '' : resourceGroup.name }
}

function allIssues({ plan, adminSecret }: VirtualMachineRequest, inventory: VirtualMachineInventory) {
  return [...virtualMachineIssues(plan, inventory), ...adminSecretIssues(plan, adminSecret, inventory)]
}

/** The deployment whose code is shown, once the image definition is known: it can lag behind the input. */
function useDeployment(plan: VirtualMachinePlan, inventory: VirtualMachineInventory | undefined) {
  const shownPlan = useDeferredValue(plan)
  const definition = inventory?.imageDefinition
  return useMemo(() => definition && deploymentOfMachine(shownPlan, definition), [shownPlan, definition])
}

interface Draft {
  plan: VirtualMachinePlan
  inventory: VirtualMachineInventory | undefined
  edit: (fields: Partial<VirtualMachinePlan>) => void
  isForTest: boolean
  /** the inventory belongs to the region before */
  isStale: boolean
}

/**
 * Chooses for a new draft what there is little doubt about: the image's subscription, a region, the security type; and
 * a size, for each region.
 */
function useProposals({ plan, inventory, edit, isForTest, isStale }: Draft): void {
  const propose = useEffectEvent(() => {
    if (inventory === undefined) return
    const { image, imageDefinition } = inventory
    const ofImage = tryParseResourceId(plan.imageVersionId)?.subscriptionId ?? ''
    const [securityType = null] = machineSecurityTypes(imageDefinition.securityType)
    const isNew = plan.name === '' && plan.resourceGroup.name === ''
    const proposed: VirtualMachinePlan = {
      ...plan,
      ...(isForTest && isNew && testMachineFields(plan)),
      subscriptionId: plan.subscriptionId || ofImage,
      securityType: plan.securityType ?? securityType,
      authenticationType: imageDefinition.osType === 'Windows' ? 'Password' : plan.authenticationType,
    }
    const [first] = image.regions.filter(({ isReplicated }) => isReplicated)
    edit(plan.location === '' && first ? atRegion(proposed, first.name, image) : proposed)
  })
  const imageId = inventory?.image.id
  useEffect(() => {
    if (imageId !== undefined) propose()
  }, [imageId])
  // The sizes come with the region.
  const hasSizes = !isStale && (inventory?.sizes.length ?? 0) > 0
  const isOpen = plan.size === '' && plan.securityType !== null
  const proposeSize = useEffectEvent(() => {
    if (inventory !== undefined) edit({ size: proposedSize(plan, inventory) })
  })
  useEffect(() => {
    if (hasSizes && isOpen) proposeSize()
  }, [hasSizes, isOpen])
}
