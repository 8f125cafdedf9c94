import type { DiskEncryptionSetType, Inventory, Region } from '@portal/image-version'

/** What sets are missing, and what is to be done once they are made. */
export interface PrepareProps {
  inventory: Inventory
  /** of the gallery: the sets are made there */
  subscriptionId: string
  resourceGroupName: string
  encryptionType: DiskEncryptionSetType
  /** the regions that have no set of the type */
  regions: readonly Region[]
  /** id of the deployment that was started for this draft; undefined if none */
  startedId: string | undefined
  onStarted: (deploymentId: string) => void
  /** the ids of the sets by region, once all are made */
  onMade: (diskEncryptionSets: Record<string, string>) => void
}
