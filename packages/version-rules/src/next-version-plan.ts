import {
  type ArmImageVersion,
  fromArm,
  type ImageVersionPlan,
  type Inventory,
  isCampaignTag,
  revocationOf,
  stateBeforeRevocation,
  tagsWithoutRevocation,
} from '@portal/image-version'

/**
 * A plan for a version like `version`, with the name `name`: same regions, sets and options, and the same source,
 * although a source is seldom reused. A revocation is left out, and so are the tags of a campaign that created it. A
 * past end of life date is omitted. `now` is ISO 8601.
 */
export function nextVersionPlan(
  version: ArmImageVersion,
  name: string,
  { now, diskEncryptionSets }: Pick<Inventory, 'now' | 'diskEncryptionSets'>,
): ImageVersionPlan {
  const plan = fromArm(unrevoked(version), { diskEncryptionSets })
  const tags = plan.tags.filter((tag) => !isCampaignTag(tag.name))
  return { ...plan, name, tags, endOfLifeDate: plan.endOfLifeDate > now ? plan.endOfLifeDate : '' }
}

// A version like a revoked one is not revoked: it has the flag and the date from before.
function unrevoked(version: ArmImageVersion): ArmImageVersion {
  const tags = version.tags ?? {}
  if (revocationOf({ id: version.id ?? '', tags }) === undefined) return version
  const { excludeFromLatest = false, endOfLifeDate = '' } = stateBeforeRevocation(tags) ?? {}
  const { publishingProfile } = version.properties ?? {}
  return {
    ...version,
    tags: tagsWithoutRevocation(tags),
    properties: {
      ...version.properties,
      publishingProfile: { ...publishingProfile, excludeFromLatest, endOfLifeDate },
    },
  }
}

/** The version after `name`, which is Major.Minor.Patch: its patch and one. '' for another form. */
export function nextVersionName(name: string): string {
  const [, start, patch] = /^(\d{1,10}\.\d{1,10}\.)(\d{1,10})$/.exec(name) ?? []
  return start === undefined ? '' : `${start}${Number(patch) + 1}`
}
