import { tryParseResourceId } from '@portal/arm'
import { mostOfKeyCheck, type checkKeyHealth as endpoint, type RequestOf, type ResponseOf } from '@portal/portal-api'
import * as z from 'zod/mini'
import { queryResourceGraphPage } from '../../arm/resource-graph.ts'
import type { Asker, KeyReader } from '../../disk-encryption-sets/keys/key-reader.ts'
import { setInGraph, setSteps, toSetRow } from '../browse-disk-encryption-sets.ts'
import { pageQuery } from '../page-query.ts'

const vaults = `Resources
  | where type =~ 'microsoft.keyvault/vaults'
  | project vaultId = tolower(id), vaultName = name, vaultLocation = location,
    softDelete = tostring(properties.enableSoftDelete), purgeProtection = tostring(properties.enablePurgeProtection),
    bypass = tostring(properties.networkAcls.bypass), defaultAction = tostring(properties.networkAcls.defaultAction),
    publicAccess = tostring(properties.publicNetworkAccess)`

// Only an order: the rules decide, on the facts that are read afterwards.
const inTroubleFirst = `extend place = iff(state !~ 'Succeeded' or isnotempty(rotationError) or (isnotempty(vaultName)
    and (softDelete =~ 'false' or purgeProtection !~ 'true' or vaultLocation !~ location
      or (bypass =~ 'None' and (defaultAction =~ 'Deny' or publicAccess =~ 'Disabled')))), 0, 1)`

const candidate = z.extend(setInGraph, { vaultId: z.string() })
type Candidate = z.output<typeof candidate>

/**
 * The sets that match, those in visible trouble first, with the facts of their keys: as many as `calls` calls of Azure
 * can check. Sets in the same subscription, vault or with the same key share theirs.
 */
export async function checkKeyHealth(
  asker: Asker,
  { calls, freshness = 'recent', ...asked }: RequestOf<typeof endpoint>,
  keys: KeyReader,
): Promise<ResponseOf<typeof endpoint>> {
  const steps = [...setSteps(asked), `join kind=leftouter (${vaults}) on vaultId`, inTroubleFirst]
  // By ID, sets of a subscription follow each other.
  const query = pageQuery(
    { ...asked, direction: 'asc', page: 0, size: mostOfKeyCheck.sets },
    { steps, orders: ['place'] },
  )
  const { total, rows } = await queryResourceGraphPage(asker.azure, candidate, query)
  const checked = affordable(rows, calls)
  const read = await keys.factsOf(
    asker,
    checked.map(({ id }) => id),
    freshness,
  )
  const factsById = new Map(read.map(({ id, facts }) => [id.toLowerCase(), facts]))
  return {
    now: asker.azure.now(),
    total,
    sets: checked.map((row) => {
      const facts = factsById.get(row.id.toLowerCase())
      return { ...toSetRow(row), ...(facts && { facts }) }
    }),
  }
}

// The first rows that `calls` calls can check: the list of their subscription, their vault, its roles, their key.
function affordable(rows: Candidate[], calls: number): Candidate[] {
  const needed = new Set<string>()
  const checked: Candidate[] = []
  for (const row of rows) {
    needed.add(tryParseResourceId(row.id)?.subscriptionId.toLowerCase() ?? '')
    needed.add(`vault ${row.vaultId}`).add(`roles ${row.vaultId}`).add(row.keyUrl.split('/').slice(0, 5).join('/'))
    if (needed.size > calls) break
    checked.push(row)
  }
  return checked
}
