import { isJsonObject, textAt } from '../../json.ts'
import { findRegion } from '../../regions.ts'
import type { StoredResource } from '../../store/store.ts'
import {
  defaultStorageOf,
  defaultTypeIn,
  knowsStorageStrategy,
  storageAccountStrategyOf,
  storageAccountTypeOf,
} from '../compute/image-version/default-storage.ts'
import { invalidParameter, propertyChangeNotAllowed } from '../errors.ts'
import { type Proposal, resultingRegions, storedRegion } from './proposal.ts'

const profile = 'galleryImageVersion.properties.publishingProfile'
const artifact = 'galleryArtifactVersion.properties.publishingProfile'

/** The storage of the regions: type or strategy, and zone-redundant only if there are zones. */
export function assertStorage(proposal: Proposal): void {
  const { sent, stored, request } = proposal
  assertStrategy(proposal)
  const known = (value: string | undefined, property: string) => {
    if (value !== undefined && storageAccountTypeOf(value) === undefined)
      throw invalidParameter(`The value of parameter ${property} is invalid.`, property.replace('Artifact', 'Image'))
  }
  known(sent.storageAccountType, `${artifact}.storageAccountType`)
  const before = stored?.properties['publishingProfile']
  const whole = defaultStorageOf(sent, {
    apiVersion: request.apiVersion,
    stored: isJsonObject(before) ? before : undefined,
  })
  for (const region of resultingRegions(proposal)) {
    known(region.storageAccountType, `${artifact}.targetRegions.storageAccountType`)
    const said = region.storageAccountType ?? storedRegion(proposal, region.name)?.storageAccountType
    const type = said === undefined ? defaultTypeIn(region.name, whole) : storageAccountTypeOf(said)
    if (type === 'Standard_ZRS' && !findRegion(region.name)?.hasAvailabilityZones)
      throw invalidParameter(
        'ZRS storage account type is not supported in this region.',
        `${profile}.targetRegions.storageAccountType`,
      )
  }
}

function assertStrategy({ sent, request }: Proposal): void {
  const { storageAccountStrategy: strategy, storageAccountType: type } = sent
  if (strategy === undefined) return
  const property = `${profile}.storageAccountStrategy`
  if (!knowsStorageStrategy(request.apiVersion))
    throw invalidParameter(
      `Could not find member 'storageAccountStrategy' on object of type 'PublishingProfile'.`,
      property,
    )
  if (storageAccountStrategyOf(strategy) === undefined)
    throw invalidParameter(`The value of parameter ${artifact}.storageAccountStrategy is invalid.`, property)
  if (type !== undefined)
    throw invalidParameter(
      `The property '${artifact}.storageAccountStrategy' cannot be specified along with 'storageAccountType'.`,
      property,
    )
}

/** Neither type nor strategy can be changed, whether of the version or of an existing region. */
export function assertSameStorage(proposal: Proposal, stored: StoredResource): void {
  const { sent } = proposal
  const same = (value: string | undefined, field: 'storageAccountType' | 'storageAccountStrategy') => {
    const before = textAt(stored.properties, 'publishingProfile', field)
    if (value !== undefined && value.toLowerCase() !== before?.toLowerCase())
      throw propertyChangeNotAllowed(`${profile}.${field}`)
  }
  same(sent.storageAccountType, 'storageAccountType')
  same(sent.storageAccountStrategy, 'storageAccountStrategy')
  for (const region of sent.targetRegions ?? []) {
    const before = storedRegion(proposal, region.name)?.storageAccountType
    if (
      before !== undefined &&
      region.storageAccountType !== undefined &&
      storageAccountTypeOf(region.storageAccountType) !== before
    )
      throw propertyChangeNotAllowed(`${profile}.targetRegions.storageAccountType`)
  }
}
