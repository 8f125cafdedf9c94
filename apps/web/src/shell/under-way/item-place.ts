import { resourceNameOf, tryParseResourceId, type UnderWayItem } from '@portal/portal-api'
import { diskEncryptionSetPath, imageVersionPath, paths, virtualMachinePath } from '../../paths.ts'

/** The label of an operation in progress: a version with its definition, a deployment by its purpose. */
export function itemName({ id, kind, about }: UnderWayItem): string {
  const parts = tryParseResourceId(about ?? id)
  if (parts === undefined) return id
  if (kind === 'preparation') return parts.resourceGroupName
  return parts.types.at(-1) === 'versions' ? parts.names.slice(-2).join(' ') : resourceNameOf(parts)
}

/** The page with more details. */
export function itemPath({ id, kind, about }: UnderWayItem): string {
  switch (kind) {
    case 'imageVersion':
      return imageVersionPath(id)
    case 'versionWork':
      return imageVersionPath(about ?? id)
    case 'virtualMachine':
      return virtualMachinePath(id)
    case 'machineDeployment':
      return virtualMachinePath(about ?? id)
    case 'diskEncryptionSet':
      return diskEncryptionSetPath(id)
    case 'preparation':
      return paths.diskEncryptionSets
  }
}
