import {
  blankPlan,
  blankTargetRegion,
  type ImageSource,
  type ImageVersionPlan,
  type TargetRegion,
} from '@portal/image-version'
import { resourceType, tryParseResourceId, type Scenario } from '@portal/portal-api'

/** The plan that a scenario's draft stands for; undefined if it has none. */
export function planOfScenario({ draft, resourceIds }: Scenario): ImageVersionPlan | undefined {
  const [imageDefinitionId] = resourceIds
  const [home] = draft?.regions ?? []
  if (draft === undefined || imageDefinitionId === undefined || home === undefined) return undefined
  return {
    ...blankPlan(imageDefinitionId),
    name: draft.version,
    location: home.name,
    source: sourceOf(draft.sourceIds),
    targetRegions: draft.regions.map(regionOf),
    encryptionType: draft.regions.some(({ sets }) => sets.length > 0)
      ? 'EncryptionAtRestWithCustomerKey'
      : 'EncryptionAtRestWithPlatformKey',
  }
}

function sourceOf([id, ...dataDisks]: string[]): ImageSource {
  if (id === undefined) return blankPlan('').source
  const parts = tryParseResourceId(id)
  switch (parts && resourceType(parts).toLowerCase()) {
    case 'microsoft.compute/images':
      return { type: 'ManagedImage', id }
    case 'microsoft.compute/virtualmachines':
      return { type: 'VirtualMachine', id }
    default:
      return {
        type: 'DisksAndSnapshots',
        osDiskId: id,
        dataDisks: dataDisks.map((disk, lun) => ({ lun, id: disk })),
      }
  }
}

function regionOf({ name, sets }: { name: string; sets: string[] }): TargetRegion {
  const [osDiskImage = '', ...dataDisks] = sets
  return {
    ...blankTargetRegion(name),
    encryption: {
      osDiskImage,
      dataDiskImages: dataDisks.flatMap((diskEncryptionSetId, lun) =>
        diskEncryptionSetId === '' ? [] : [{ lun, diskEncryptionSetId }],
      ),
      secureVMDiskEncryptionSetId: '',
    },
  }
}
