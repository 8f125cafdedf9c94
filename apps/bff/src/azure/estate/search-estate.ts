import { mostFoundOfKind, searchWords, type EstateFound, type FoundKey, type FoundKind } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../arm/resource-graph.ts'
import { keyOf } from '../disk-encryption-sets/disk-encryption-sets.ts'
import { isRevokedInGraph } from './revocation-filter.ts'

const kinds: Record<string, FoundKind> = {
  'microsoft.compute/galleries': 'gallery',
  'microsoft.compute/galleries/images': 'imageDefinition',
  'microsoft.compute/galleries/images/versions': 'imageVersion',
  'microsoft.compute/diskencryptionsets': 'diskEncryptionSet',
  'microsoft.keyvault/vaults': 'keyVault',
  'microsoft.compute/virtualmachines': 'virtualMachine',
}

const group = z.object({ type: z.string(), total: z.number(), found: z.array(z.string()), keys: z.array(z.string()) })

/**
 * The resources whose names contain every word of `text`, a few of each kind: those that are named by a word, or begin
 * with one, come first, then the versions published last. Nothing, and no query, for a text without words.
 */
export async function searchEstate(azure: Azure, text: string): Promise<EstateFound> {
  const words = searchWords(text)
  if (words.length === 0) return { groups: [], keys: [] }
  const rows = await queryResourceGraph(azure, group, { query: queryFor(words) })
  return {
    groups: Object.entries(kinds).flatMap(([type, kind]) =>
      rows
        .filter((row) => row.type === type)
        .map(({ total, found }) => ({ kind, total, rows: found.map((row) => rowOf(row)) })),
    ),
    keys: rows
      .flatMap(({ keys }) => keys)
      .flatMap((key) => keyIn(key) ?? [])
      .slice(0, mostFoundOfKind),
  }
}

// A row is one text, because lists of several columns could differ in length. No ID has a vertical bar.
const separator = '|'

// The vault and the name in https://vault.vault.azure.net/keys/name/version
const key = `iff(isempty(keyUrl), '', strcat(split(host, '.')[0], '/', split(keyUrl, '/')[4]))`

const path = `case(
  type == 'microsoft.compute/galleries/images/versions', strcat(parts[8], '/', parts[10], '/', name),
  type == 'microsoft.compute/galleries/images', strcat(parts[8], '/', name),
  name)`

function queryFor(words: string[]): string {
  const each = (condition: (word: string) => string, joined: 'and' | 'or') =>
    words.map((word) => condition(kqlText(word))).join(` ${joined} `)
  return [
    'Resources',
    `where type in~ (${Object.keys(kinds).map(kqlText).join(', ')})`,
    "extend parts = split(id, '/'), keyUrl = tostring(properties.activeKey.keyUrl)",
    "extend host = tostring(split(keyUrl, '/')[2])",
    `extend key = ${key}, path = ${path}`,
    `where ${each((word) => `strcat(path, ' ', key) contains ${word}`, 'and')}`,
    `extend rank = case(${each((word) => `name =~ ${word}`, 'or')}, 0, ${each((word) => `name startswith ${word}`, 'or')}, 1, 2),
      foundKey = iff(${each((word) => `key contains ${word}`, 'and')}, strcat(key, '/', host), ''),
      published = tostring(properties.publishingProfile.publishedDate),
      revoked = iff(type == 'microsoft.compute/galleries/images/versions' and ${isRevokedInGraph}, '1', '')`,
    'order by rank asc, published desc, tolower(path) asc, tolower(id) asc',
    // one more, because a set whose key was not found gives an empty one
    `summarize total = count(), found = make_list(strcat(id, '${separator}', key, '/', host, '${separator}', revoked), ${mostFoundOfKind}),
      keys = make_set(foundKey, ${mostFoundOfKind + 1}) by type`,
  ].join('\n| ')
}

function rowOf(text: string): EstateFound['groups'][number]['rows'][number] {
  const [id = '', told = '', revoked = ''] = text.split(separator)
  const usedKey = keyIn(told)
  return { id, ...(usedKey && { key: usedKey }), ...(revoked !== '' && { isRevoked: true }) }
}

function keyIn(text: string): FoundKey | undefined {
  const [, keyName = '', host = ''] = text.split('/')
  const address = `${host}/keys/${keyName}`
  return keyName === '' ? undefined : { ...keyOf(`https://${address}`), address }
}
