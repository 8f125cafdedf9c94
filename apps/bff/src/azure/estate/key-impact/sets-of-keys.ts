import { formatResourceId, parseSetId, regionName } from '@portal/arm'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../../arm/resource-graph.ts'
import { inChunks, kqlList, subscriptionsOf } from '../query-chunks.ts'

const row = z.object({
  id: z.string(),
  location: z.string(),
  encryptionType: z.string(),
  keyUrl: z.string(),
  previous: z.nullish(z.array(z.object({ keyUrl: z.nullish(z.string()) }))),
})

/** A disk encryption set with its key and those that it is leaving. */
export interface SetOfKey {
  id: string
  location: string
  encryptionType: string
  keyUrl: string
  previousKeyUrls: string[]
}

const columns = `project id, location, keyUrl = tostring(properties.activeKey.keyUrl), previous = properties.previousKeys,
  encryptionType = coalesce(tostring(properties.encryptionType), 'EncryptionAtRestWithCustomerKey')`
const type = "where type =~ 'microsoft.compute/diskencryptionsets'"

/** The sets of all subscriptions whose active or previous key is one of `keys`, URLs without a version. */
export function setsOfKeys(azure: Azure, keys: readonly string[]): Promise<SetOfKey[]> {
  // The slash keeps a key apart from one whose name begins alike.
  const urls = keys.map((key) => `${key}/`)
  return inChunks(urls, (chunk) => setsWith(azure, chunk), 25)
}

/** The same for all keys of a vault. */
export function setsOfVault(azure: Azure, vaultHost: string): Promise<SetOfKey[]> {
  return setsWith(azure, [`https://${vaultHost}/keys/`])
}

function setsWith(azure: Azure, urls: string[]): Promise<SetOfKey[]> {
  const conditions = urls.map((url) => `active startswith ${kqlText(url)} or previous contains ${kqlText(url)}`)
  return ask(azure, [
    type,
    'extend active = tostring(properties.activeKey.keyUrl), previous = tostring(properties.previousKeys)',
    `where ${conditions.join(' or ')}`,
  ])
}

/** The sets with these IDs, of those that the user can see. Throws `InvalidResourceId` for other IDs. */
export function setsById(azure: Azure, ids: readonly string[]): Promise<SetOfKey[]> {
  const known = ids.map((id) => formatResourceId(parseSetId(id)))
  return inChunks(known, (chunk) => ask(azure, [type, `where id in~ ${kqlList(chunk)}`], subscriptionsOf(chunk)))
}

async function ask(azure: Azure, steps: string[], subscriptions?: string[]): Promise<SetOfKey[]> {
  const query = ['Resources', ...steps, columns, 'order by id asc'].join('\n| ')
  const rows = await queryResourceGraph(azure, row, { query, ...(subscriptions && { subscriptions }) })
  return rows.map(({ id, location, encryptionType, keyUrl, previous }) => ({
    id,
    location: regionName(location),
    encryptionType,
    keyUrl,
    previousKeyUrls: (previous ?? []).flatMap((key) => key.keyUrl ?? []),
  }))
}
