import { useEffect, useEffectEvent } from 'react'
import {
  atRegion,
  machineSecurityTypes,
  type VirtualMachineInventory,
  type VirtualMachinePlan,
} from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'

interface Draft {
  plan: VirtualMachinePlan
  inventory: VirtualMachineInventory | undefined
  isStale: boolean
  edit: (fields: Partial<VirtualMachinePlan>) => void
}

/** Chooses for a new draft what there is little doubt about: the image's subscription, a region, the security type. */
export function useProposals({ plan, inventory, edit }: Draft): void {
  const propose = useEffectEvent((known: VirtualMachineInventory) => {
    const ofImage = tryParseResourceId(plan.imageVersionId)?.subscriptionId ?? ''
    const [securityType = null] = machineSecurityTypes(known.imageDefinition.securityType)
    const proposed: VirtualMachinePlan = {
      ...plan,
      subscriptionId: plan.subscriptionId || ofImage,
      securityType: plan.securityType ?? securityType,
      authenticationType: known.imageDefinition.osType === 'Windows' ? 'Password' : plan.authenticationType,
    }
    const [first] = known.image.regions.filter(({ isReplicated }) => isReplicated)
    edit(plan.location === '' && first ? atRegion(proposed, first.name, known.image) : proposed)
  })
  const isKnown = inventory !== undefined
  useEffect(() => {
    if (inventory !== undefined) propose(inventory)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the image is known
  }, [isKnown])
}
