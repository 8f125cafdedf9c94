import { diskEncryptionSetIdsOf, type ImageSource, type ImageVersionPlan } from '@portal/image-version'
import { isOfOtherGroup } from '../../../parts/resource/resource-label.ts'

/** IDs of the source and the sets of a plan that are in another resource group than its gallery, each once. */
export function foreignResources(plan: ImageVersionPlan): string[] {
  const ids = [...sourceIds(plan.source), ...diskEncryptionSetIdsOf(plan)]
  return [...new Set(ids)].filter((id) => isOfOtherGroup(id, plan.imageDefinitionId))
}

function sourceIds(source: ImageSource): string[] {
  switch (source.type) {
    case 'ManagedImage':
    case 'VirtualMachine':
    case 'ImageVersion':
      return [source.id]
    case 'DisksAndSnapshots':
      return [source.osDiskId, ...source.dataDisks.map(({ id }) => id)]
    case 'StorageBlobs':
      return [source.storageAccountId]
  }
}
