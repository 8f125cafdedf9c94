import type { ArmErrorDetail } from '@portal/arm'
import type { DeploymentRun } from '../deployment-run.ts'
import type { JsonObject } from '../json.ts'

/** What Azure is doing to a resource, from when to when; once `endsAt` is past, it is done (or has failed). */
interface Change {
  state: 'Creating' | 'Updating' | 'Deleting'
  /** milliseconds of the clock */
  startedAt: number
  endsAt: number
  failure?: ArmErrorDetail
}

/** The replication of an image version to one region: its start, its end, and its failure, if any. */
export interface RegionReplication {
  startedAt: number
  endsAt: number
  /** text of the failure in this region */
  failure?: string
}

/** The way of a disk encryption set to a newer version of its key. */
interface KeyRotation {
  /** URL of the version */
  to: string
  /** milliseconds of the clock */
  startsAt: number
  endsAt: number
  /** why it will not succeed */
  failure?: ArmErrorDetail
}

/**
 * A resource as it is stored. `properties` is what a GET returns when no operation is in progress, without
 * `provisioningState`.
 */
export interface StoredResource {
  /** ARM's spelling, with the names as they were first written */
  id: string
  /** `Microsoft.Compute/galleries/images` */
  type: string
  name: string
  location: string
  tags?: JsonObject
  /** keys next to `properties`: sku, identity, kind */
  envelope?: JsonObject
  properties: JsonObject
  change?: Change
  /** of a disk encryption set: its automatic key rotation */
  keyRotation?: KeyRotation
  /** of a deployment */
  deployment?: DeploymentRun
  /** of a deleted key vault, itself and its keys; of a deleted image version, itself: for a restore */
  recoverable?: StoredResource[]
  /** of a virtual machine: what `$expand=instanceView` adds */
  instanceView?: JsonObject
  /** of an image version: by short region name */
  replication?: Record<string, RegionReplication>
  /** of an image version: short names of regions whose replication has failed before, removed ones too */
  failedRegions?: string[]
  /** of an image version: its storage profile until Azure has read the source */
  storageProfileWhileCreating?: JsonObject
  /** of an image version or a managed image: the purchase plan of its source, which Azure does not show */
  sourcePlan?: JsonObject
}
