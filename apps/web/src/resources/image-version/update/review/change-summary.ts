import { regionDisplayName } from '@portal/disk-encryption'
import {
  fromArm,
  type ImageVersionPlan,
  type Inventory,
  replicaCountOf,
  storageOf,
  type TargetRegion,
  usesCustomerKeys,
} from '@portal/image-version'
import type { UpdateDraft } from '../../../../drafts/update-draft.ts'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import type { WizardTexts } from '../../../../patterns/wizard/texts/wizard.en.ts'
import type { UpdateTexts } from '../../texts/update-texts.ts'

/** One effect of a change, in the user's language. */
export interface ChangeLine {
  what: string
  before: string
  after: string
}

interface Words {
  inventory: Inventory
  update: UpdateTexts
  wizard: WizardTexts
}

/** The effects of a change, line by line: the regions first, then what applies to the whole version. */
export function changeSummary({ base, change }: UpdateDraft, { inventory, update, wizard }: Words): ChangeLine[] {
  const before = fromArm(base.version, inventory)
  const t = update.review
  const nameOf = (name: string) => regionDisplayName(inventory, name)
  const yesNo = (value: boolean) => (value ? wizard.yes : wizard.no)
  const line = (what: string, [from, to]: [string | number, string | number]): ChangeLine[] =>
    from === to ? [] : [{ what, before: String(from), after: String(to) }]
  const flag = (what: string, stored: boolean, changed: boolean | null): ChangeLine[] =>
    line(what, [yesNo(stored), yesNo(changed ?? stored)])
  const changed = change.changedRegions.flatMap(({ name, regionalReplicaCount, excludeFromLatest }) => {
    const region = before.targetRegions.find((each) => each.name === name)
    if (region === undefined) return []
    const count = replicaCountOf(before, region) ?? 1
    return [
      ...line(t.replicasIn(nameOf(name)), [count, regionalReplicaCount ?? count]),
      ...flag(t.excludeIn(nameOf(name)), region.excludeFromLatest, excludeFromLatest),
    ]
  })
  const after = { ...before, replicaCount: change.replicaCount ?? before.replicaCount }
  const { basics } = wizard
  return [
    ...change.addedRegions.flatMap((region) =>
      line(t.addRegion(nameOf(region.name)), [
        t.notThere,
        regionFacts(region, after, { wizard, t, noSets: usesCustomerKeys(after) ? t.noSetYet : t.platformKey }),
      ]),
    ),
    ...change.removedRegions.flatMap((name) => {
      const region = before.targetRegions.find((each) => each.name === name)
      return region === undefined
        ? []
        : line(t.removeRegion(nameOf(name)), [
            regionFacts(region, before, { wizard, t, noSets: t.platformKey }),
            t.notThere,
          ])
    }),
    ...changed,
    ...line(update.publishing.replicaCount, [before.replicaCount ?? 1, after.replicaCount ?? 1]),
    ...flag(basics.excludeFromLatest, before.excludeFromLatest, change.excludeFromLatest),
    ...line(basics.endOfLifeDate, [
      before.endOfLifeDate || t.none,
      (change.endOfLifeDate ?? before.endOfLifeDate) || t.none,
    ]),
    // Azure's own field has the opposite meaning: whether deletion is allowed.
    ...flag(
      basics.lockReplicatedLocations,
      !before.allowDeletionOfReplicatedLocations,
      change.allowDeletionOfReplicatedLocations === null ? null : !change.allowDeletionOfReplicatedLocations,
    ),
    ...flag(basics.blockDeletion, before.blockDeletionBeforeEndOfLife, change.blockDeletionBeforeEndOfLife),
  ]
}

interface RegionWords {
  wizard: WizardTexts
  t: UpdateTexts['review']
  /** of a region that has no set */
  noSets: string
}

function regionFacts(region: TargetRegion, plan: ImageVersionPlan, { wizard, t, noSets }: RegionWords): string {
  const { osDiskImage, dataDiskImages, secureVMDiskEncryptionSetId } = region.encryption
  const ids = [osDiskImage, ...dataDiskImages.map((image) => image.diskEncryptionSetId), secureVMDiskEncryptionSetId]
  const sets = [...new Set(ids.filter((id) => id !== '').map(resourceLabel))]
  const storage = wizard.replication.storageTypes[storageOf(plan, region)]
  const encryption = sets.length === 0 ? noSets : t.setsOf(sets.join(', '))
  return t.regionFacts(replicaCountOf(plan, region) ?? 1, storage, encryption)
}
