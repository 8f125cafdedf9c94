import { campaign as campaignSchema, setIdsOfCampaign, type Campaign } from './campaign.ts'

/** The key that encrypts a set now: the name of its key vault, or the host name of its managed HSM. */
export interface KeyOfSet {
  id: string
  keyVaultName: string
  keyName: string
}

/**
 * What a user has seen and agreed to before a campaign is continued: its whole content, and the key behind each of its
 * sets. A later version of the same key changes nothing. The same in the browser, which computes it from what it shows,
 * and on the server, which computes it from what it carries out.
 */
export async function campaignConfirmation(asked: Campaign, sets: readonly KeyOfSet[]): Promise<string> {
  const keys = setIdsOfCampaign(asked).map((id) => {
    const found = sets.find((set) => set.id.toLowerCase() === id.toLowerCase())
    return [id, found?.keyVaultName.toLowerCase() ?? '', found?.keyName.toLowerCase() ?? '']
  })
  // parsed, so that the order of its properties is always that of the schema
  return sha256([campaignSchema.parse(asked), keys])
}

/** The SHA-256 of a value as JSON, in hex. */
export async function sha256(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(value)))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
