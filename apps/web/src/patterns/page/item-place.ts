import { resourceNameOf, tryParseResourceId, type UnderWayItem } from '@portal/portal-api'
import { campaignPath, diskEncryptionSetPath, imageVersionPath, paths, virtualMachinePath } from '../../paths.ts'

/** The label of an operation in progress: a version with its definition, a deployment by its purpose. */
export function itemName({ id, kind, about }: UnderWayItem): string {
  const parts = tryParseResourceId(about ?? id)
  if (parts === undefined) return id
  if (kind === 'preparation') return parts.resourceGroupName
  if (kind === 'campaign') return campaignNumber(id)
  return parts.types.at(-1) === 'versions' ? parts.names.slice(-2).join(' ') : resourceNameOf(parts)
}

/** What tells a campaign from others of its subscription, short enough for a line. */
export function campaignNumber(id: string): string {
  const parts = tryParseResourceId(id)
  return parts === undefined ? id : (resourceNameOf(parts).split('-').at(-1) ?? '').slice(0, 8)
}

/** The page with more details. */
export function itemPath({ id, kind, about }: UnderWayItem): string {
  switch (kind) {
    case 'imageVersion':
      return imageVersionPath(id)
    case 'versionWork':
      return imageVersionPath(about ?? id)
    case 'campaign':
      return campaignPath(id)
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
