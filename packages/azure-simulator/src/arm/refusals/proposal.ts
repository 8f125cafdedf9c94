import { regionName, sameRegion } from '@portal/arm'
import type { StoredResource } from '../../store/store.ts'
import { featureOf } from '../compute/gallery/image-definition-features.ts'
import {
  readImageVersion,
  type SentImageVersion,
  type SentTargetRegion,
} from '../compute/image-version/image-version-request.ts'
import type { ArmRequest } from '../request.ts'

/** A PUT of an image version, with the resources around it. */
export interface Proposal {
  request: ArmRequest
  /** the version's own id */
  id: string
  name: string
  gallery: StoredResource
  definition: StoredResource
  location: string
  sent: SentImageVersion
  /** the current version, for an update */
  stored?: StoredResource
}

/** The regions of the version after the PUT: as sent, each with the encryption that it keeps if it is omitted. */
export function resultingRegions({ sent, stored, location }: Proposal): SentTargetRegion[] {
  const before = stored ? (readImageVersion(stored.properties).targetRegions ?? []) : []
  const regions = sent.targetRegions ?? (stored ? before : [{ name: location }])
  return regions.map((region) => {
    if (region.encryption) return region
    const kept = before.find(({ name }) => sameRegion(name, region.name))?.encryption
    return kept ? { ...region, encryption: kept } : region
  })
}

/** The stored region with that name, if the version exists already. */
export function storedRegion({ stored }: Proposal, name: string): SentTargetRegion | undefined {
  if (stored === undefined) return undefined
  return readImageVersion(stored.properties).targetRegions?.find((region) => sameRegion(region.name, name))
}

/** The `SecurityType` that the definition has for this version; undefined for a standard one. */
export function securityTypeOfDefinition({ definition, name }: Proposal): string | undefined {
  return featureOf(definition.properties, 'SecurityType', name)
}

/** The version's own region, short. */
export function homeRegionOf({ location }: Proposal): string {
  return regionName(location)
}
