import { tryParseResourceId } from '@portal/arm'
import {
  mostOfKeyCheck,
  type checkKeyHealth as endpoint,
  type RequestOf,
  type ResponseOf,
  type SurveyedSetRow,
} from '@portal/portal-api'
import type { AzureSession } from '../../arm/clients.ts'
import type { KeyReader } from '../../disk-encryption-sets/keys/key-reader.ts'
import { surveyKeyHealth } from './survey-key-health.ts'

/**
 * The sets that match, those in visible trouble first, with the facts of their keys: as many as `calls` calls of Azure
 * can check. Resource Graph has all but the key, which is a call, however many sets use it. The vault and its roles are
 * read from ARM only if Resource Graph doesn't have them, or for `fresh` facts: it lags behind what was just changed.
 */
export async function checkKeyHealth(
  session: AzureSession,
  { calls, freshness = 'recent', ...asked }: RequestOf<typeof endpoint>,
  keys: KeyReader,
): Promise<ResponseOf<typeof endpoint>> {
  const { total, rows } = await surveyKeyHealth(session.azure, { ...asked, page: 0, size: mostOfKeyCheck.sets })
  const found = freshness === 'fresh' ? rows.map(({ facts: _, ...row }) => row) : rows
  const checked = affordable(found, calls)
  const surveyed = checked.flatMap(({ facts }) => facts ?? [])
  const addresses = surveyed.flatMap(({ vault, keyUrl }) =>
    typeof vault === 'string' ? [] : [{ vaultId: vault.id, keyUrl }],
  )
  const [ofArm, ofKeys] = await Promise.all([
    keys.factsOf(
      session,
      checked.flatMap(({ id, facts }) => (facts ? [] : [id])),
      freshness,
    ),
    keys.keysAt(session, addresses, freshness),
  ])
  const factsById = new Map(ofArm.map(({ id, facts }) => [id.toLowerCase(), facts]))
  const keyByUrl = new Map(addresses.map(({ keyUrl }, index) => [keyUrl, ofKeys[index]]))
  return {
    now: session.azure.now(),
    total,
    sets: checked.map(({ facts: known, ...row }) => {
      const facts = known
        ? { ...known, key: keyByUrl.get(known.keyUrl) ?? 'unreadable' }
        : factsById.get(row.id.toLowerCase())
      return { ...row, ...(facts && { facts }) }
    }),
  }
}

// The first rows that `calls` calls can check: their key; from ARM also the list of their subscription, their vault and
// its roles.
function affordable(rows: SurveyedSetRow[], calls: number): SurveyedSetRow[] {
  const needed = new Set<string>()
  const checked: SurveyedSetRow[] = []
  for (const row of rows) {
    const { id, keyVaultName, keyName, facts } = row
    needed.add(`${keyVaultName}/${keyName}`)
    if (facts === undefined)
      needed
        .add(tryParseResourceId(id)?.subscriptionId.toLowerCase() ?? '')
        .add(`vault ${keyVaultName}`)
        .add(`roles ${keyVaultName}`)
    if (needed.size > calls) break
    checked.push(row)
  }
  return checked
}
