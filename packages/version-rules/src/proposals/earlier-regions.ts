import { regionByName } from '@portal/disk-encryption'
import {
  blankTargetRegion,
  expectedStorageOf,
  type ImageVersionPlan,
  type Inventory,
  type TargetRegion,
} from '@portal/image-version'

/** The target regions that a plan would have if it followed an earlier version. */
export interface ProposedRegions {
  /** the earlier version's name */
  like: string
  /** all of the plan's target regions afterwards, their sets unchanged */
  targetRegions: TargetRegion[]
  /** names of those that the plan gets */
  added: string[]
  /** names of those that get the earlier version's replicas and storage */
  changed: string[]
}

type Settings = Pick<TargetRegion, 'regionalReplicaCount' | 'storageAccountType'>

// Azure's limit for a version, and the plan's.
const mostRegions = 100

/**
 * The regions, replicas and storage of the definition's latest encrypted version, as far as the plan lacks them:
 * missing regions are added, and a region that follows the defaults gets the version's own settings where these differ.
 * Regions with settings of their own stay, and so do the plan's defaults. undefined: nothing to propose.
 */
export function proposedRegions(plan: ImageVersionPlan, inventory: Inventory): ProposedRegions | undefined {
  const earlier = inventory.latestEncryptedVersion
  // A shallow version stays in its own region.
  if (earlier === undefined || plan.location === '' || plan.replicationMode === 'Shallow') return undefined
  const settings = new Map(earlier.targetRegions.map((region) => [region.name, settingsOf(region, plan, inventory)]))
  const changed = plan.targetRegions
    .filter((region) => isUntouched(region) && !isUntouched(settings.get(region.name) ?? untouched))
    .map(({ name }) => name)
  const added = earlier.targetRegions
    .map(({ name }) => name)
    .filter((name) => regionByName(inventory, name) !== undefined && !plan.targetRegions.some(isNamed(name)))
    .slice(0, Math.max(0, mostRegions - plan.targetRegions.length))
  if (changed.length === 0 && added.length === 0) return undefined
  const withSettings = (region: TargetRegion) => ({ ...region, ...settings.get(region.name) })
  return {
    like: earlier.name,
    targetRegions: [
      ...plan.targetRegions.map((region) => (changed.includes(region.name) ? withSettings(region) : region)),
      ...added.map((name) => withSettings(blankTargetRegion(name))),
    ],
    added,
    changed,
  }
}

const untouched: Settings = { regionalReplicaCount: null, storageAccountType: null }

function isUntouched({ regionalReplicaCount, storageAccountType }: Settings): boolean {
  return regionalReplicaCount === null && storageAccountType === null
}

function isNamed(name: string): (region: TargetRegion) => boolean {
  return (region) => region.name === name
}

// Azure stores count and type of every region. One that equals the plan's defaults follows them; another keeps both.
function settingsOf(region: TargetRegion, plan: ImageVersionPlan, inventory: Inventory): Settings {
  const { regionalReplicaCount, storageAccountType } = region
  const ofDefault = expectedStorageOf(plan, { ...region, ...untouched }, inventory)
  const isDefault =
    (regionalReplicaCount ?? plan.replicaCount) === plan.replicaCount && (storageAccountType ?? ofDefault) === ofDefault
  return isDefault ? untouched : { regionalReplicaCount, storageAccountType }
}
