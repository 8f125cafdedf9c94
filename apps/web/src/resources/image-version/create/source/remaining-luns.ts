import { imageDisks, type ImageSource, type ImageVersionPlan, type Inventory } from '@portal/image-version'

/**
 * The LUNs whose sets stay when the plan gets the source `chosen`. A set goes only with its disk, when the user removes
 * or renumbers that: sets of an imported configuration wait for their source, and the Encryption tab lists those that
 * have no disk.
 */
export function remainingLuns(plan: ImageVersionPlan, chosen: ImageSource, inventory: Inventory): number[] {
  const before = plan.source.type === chosen.type && 'dataDisks' in plan.source ? plan.source.dataDisks : []
  const removable = before.map(({ lun }) => lun)
  const held = plan.targetRegions.flatMap(({ encryption }) => encryption.dataDiskImages.map(({ lun }) => lun))
  const luns = imageDisks(chosen, inventory).flatMap(({ key }) => (key === 'os' ? [] : [key]))
  return [...new Set([...luns, ...held.filter((lun) => !removable.includes(lun))])]
}
