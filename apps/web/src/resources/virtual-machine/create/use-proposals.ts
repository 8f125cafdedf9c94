import { tryParseResourceId } from '@portal/portal-api'
import {
  atRegion,
  machineSecurityTypes,
  proposedSize,
  testMachineFields,
  type VirtualMachineInventory,
  type VirtualMachinePlan,
} from '@portal/virtual-machine'
import { useEffect, useEffectEvent } from 'react'

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
export function useProposals({ plan, inventory, edit, isForTest, isStale }: Draft): void {
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
