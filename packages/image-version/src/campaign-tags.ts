/** The names of the tags that a new version carries: which campaign created it, and in place of which version. */
export const campaignTags = { campaign: 'EncryptionCampaign', predecessor: 'EncryptionCampaignPredecessor' } as const

/** Whether a tag of this name is one of them: Azure compares the names without case. */
export function isCampaignTag(name: string): boolean {
  return Object.values(campaignTags).some((tag) => tag.toLowerCase() === name.toLowerCase())
}

/** The value of one of these tags; undefined if there is none. */
export function campaignTagOf(
  tags: Readonly<Record<string, string>>,
  tag: keyof typeof campaignTags,
): string | undefined {
  const name = campaignTags[tag].toLowerCase()
  return Object.entries(tags).find(([key]) => key.toLowerCase() === name)?.[1]
}
