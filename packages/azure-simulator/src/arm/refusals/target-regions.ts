import { regionName, sameRegion } from '@portal/arm'
import { numberAt, textAt } from '../../json.ts'
import { displayNameOf, findRegion } from '../../regions.ts'
import { invalidParameter } from '../errors.ts'
import { locationNotAvailable } from '../writing.ts'
import { type Proposal, resultingRegions } from './proposal.ts'
import { assertStorage } from './storage.ts'

const target = 'galleryImageVersion.properties.publishingProfile.targetRegions'
const artifact = 'galleryArtifactVersion.properties.publishingProfile'

/** The version's regions, their number of copies, and their storage. */
export function assertTargetRegions(proposal: Proposal): void {
  const { location } = proposal
  const regions = resultingRegions(proposal)
  for (const { name } of regions)
    if (findRegion(name) === undefined) throw locationNotAvailable(name, 'Microsoft.Compute/galleries')
  const names = regions.map(({ name }) => regionName(name))
  if (new Set(names).size < names.length)
    throw invalidParameter('Duplicate regions are not allowed in target publishing regions.', target)
  if (!names.some((name) => sameRegion(name, location)))
    throw invalidParameter(
      `Gallery image version publishing profile regions '${names.map(displayNameOf).join(',')}' must contain the location of image version '${displayNameOf(location)}'.`,
      target,
    )
  assertReplicas(proposal)
  assertStorage(proposal)
  assertReplicationMode(proposal)
}

// From 1 to 100 in a region; at most 100 in all:
// https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#limits
function assertReplicas(proposal: Proposal): void {
  const { sent, stored } = proposal
  const inRange = (value: number | undefined, property: string) => {
    if (value === undefined || (value >= 1 && value <= 100)) return
    throw invalidParameter(
      `The value ${value} of parameter '${property}' is out of range. The value must be between 1 and 100, inclusive.`,
      property.replace('Artifact', 'Image'),
    )
  }
  inRange(sent.replicaCount, `${artifact}.replicaCount`)
  const regions = resultingRegions(proposal)
  for (const { regionalReplicaCount } of regions)
    inRange(regionalReplicaCount, `${artifact}.targetRegions.regionalReplicaCount`)
  const each = sent.replicaCount ?? numberAt(stored?.properties, 'publishingProfile', 'replicaCount') ?? 1
  const total = regions.reduce((sum, { regionalReplicaCount }) => sum + (regionalReplicaCount ?? each), 0)
  if (total > 100)
    throw invalidParameter(
      `The total number of replicas ${total} exceeds the limit of 100 replicas for a gallery image version.`,
      target,
    )
}

// A shallow version stays in its region, in one copy:
// https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries
function assertReplicationMode(proposal: Proposal): void {
  const { sent, stored } = proposal
  const mode = sent.replicationMode ?? textAt(stored?.properties, 'publishingProfile', 'replicationMode')
  const property = 'galleryImageVersion.properties.publishingProfile.replicationMode'
  if (mode === undefined || mode === 'Full') return
  if (mode !== 'Shallow')
    throw invalidParameter(`The value of parameter ${property.replace('Image', 'Artifact')} is invalid.`, property)
  const regions = resultingRegions(proposal)
  const isPlain = regions.length === 1 && (regions[0]?.regionalReplicaCount ?? sent.replicaCount ?? 1) === 1
  if (!isPlain)
    throw invalidParameter(
      "A gallery image version whose replication mode is 'Shallow' can have one target region and one replica only.",
      property,
    )
}
