import {
  atRegion,
  machineSecurityTypes,
  type VirtualMachineInventory,
  type VirtualMachinePlan,
} from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import { useEffect, useEffectEvent } from 'react'

interface Draft {
  plan: VirtualMachinePlan
  inventory: VirtualMachineInventory | undefined
  edit: (fields: Partial<VirtualMachinePlan>) => void
}

/** Chooses for a new draft what there is little doubt about: the image's subscription, a region, the security type. */
export function useProposals({ plan, inventory, edit }: Draft): void {
  const propose = useEffectEvent(() => {
    if (inventory === undefined) return
    const { image, imageDefinition } = inventory
    const ofImage = tryParseResourceId(plan.imageVersionId)?.subscriptionId ?? ''
    const [securityType = null] = machineSecurityTypes(imageDefinition.securityType)
    const proposed: VirtualMachinePlan = {
      ...plan,
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
}
