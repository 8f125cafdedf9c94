import type { StoredResource } from '../../store.ts'
import type { SentImageVersion } from '../image-version-request.ts'
import type { ImageVersionSource } from '../image-version-source.ts'
import type { ArmRequest } from '../request.ts'
import { followSource } from './source.ts'

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
  /** the version as it is, for an update */
  stored?: StoredResource
}

/** Throws Azure's refusal, if there is one; else what the source holds (undefined for an update, which has none). */
export function judge(proposal: Proposal): ImageVersionSource | undefined {
  return proposal.stored ? undefined : followSource(proposal)
}
