import { campaign, type Campaign } from '@portal/campaign'
import { fromArm, isCampaignTag, type ImageVersionPlan, storedVersion } from '@portal/image-version'
import { tryParseResourceId, type RehearsedAct } from '@portal/portal-api'
import { cleanUp, cleanUpFault, galleryIdOf, type CleanUp } from '@portal/version-update'
import * as z from 'zod/mini'

/** What an act was begun from, as it can be begun elsewhere. */
export type ActDraft =
  | { of: 'cleanUp'; cleanUp: CleanUp; scopeId: string }
  | { of: 'campaign'; campaign: Campaign }
  | { of: 'plan'; plan: ImageVersionPlan }

const stated = z.object({
  cleanUp: z.optional(z.object({ value: cleanUp })),
  campaign: z.optional(z.object({ value: campaign })),
})

/**
 * The draft of an act: the rule of a clean-up, the versions and sets of a campaign, or the plan of a version; undefined
 * for any other act, and for what no portal has written. The report can come from anyone.
 */
export function draftOfAct({ parameters, resource }: RehearsedAct): ActDraft | undefined {
  if (resource !== undefined) {
    const version = z.safeParse(storedVersion, resource).data
    const isVersion = /\/galleries\/[^/]+\/images\/[^/]+\/versions\/[^/]+$/i.test(version?.id ?? '')
    // What a campaign creates is of its own disks: its draft is the campaign.
    const isOfCampaign = Object.keys(version?.tags ?? {}).some(isCampaignTag)
    return version && isVersion && !isOfCampaign ? { of: 'plan', plan: fromArm(version) } : undefined
  }
  const found = z.safeParse(stated, parameters).data
  if (found?.campaign) {
    const { value } = found.campaign
    return value.items.every(({ predecessorId }) => isId(predecessorId))
      ? { of: 'campaign', campaign: value }
      : undefined
  }
  const asked = found?.cleanUp?.value
  const [first] = asked?.definitions ?? []
  if (asked === undefined || first === undefined || !asked.definitions.every(({ id }) => isId(id))) return undefined
  if ('fault' in cleanUpFault(asked)) return undefined
  // A definition alone is what the rule was about, or all that it found.
  return { of: 'cleanUp', cleanUp: asked, scopeId: asked.definitions.length === 1 ? first.id : galleryIdOf(first.id) }
}

function isId(id: string): boolean {
  return /\/galleries\/[^/]+\/images\//i.test(id) && tryParseResourceId(id) !== undefined
}
