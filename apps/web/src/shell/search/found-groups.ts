import type { EstateFound, FoundKind } from '@portal/portal-api'
import { paths } from '../../paths.ts'
import { newVersionEntry } from './local-entries.ts'
import { keyEntry, listPath, resourceEntry } from './resource-entry.ts'
import { searchGroups, type SearchEntry, type SearchGroup } from './search-entry.ts'
import type { SearchTexts } from './search-texts.ts'

/** What Azure answered to `words`, and how it is shown. */
interface Answer {
  found: EstateFound
  words: readonly string[]
  texts: SearchTexts
  /** how a number is written */
  number: (value: number) => string
  hasPage: (path: string) => boolean
}

/** The lists that show what contains one word. */
const lists: Partial<Record<FoundKind, string>> & Record<keyof SearchTexts['all'], string> = {
  gallery: paths.galleries,
  imageVersion: paths.imageVersions,
  diskEncryptionSet: paths.diskEncryptionSets,
  virtualMachine: paths.virtualMachines,
}

/** The resources that a search found, in their groups; without those that are listed anyway, by their `key`. */
export function foundGroups(answer: Answer, listed: ReadonlySet<string>): SearchGroup[] {
  const groups = new Map<string, SearchGroup>()
  for (const { kind, total, rows } of answer.found.groups) {
    const entries = rows
      .flatMap(({ id, key, isRevoked = false }) => {
        const entry = resourceEntry(id, key)
        return entry === undefined ? [] : [{ ...entry, ...(isRevoked && { isRevoked }) }]
      })
      .filter(({ key }) => !listed.has(key))
    groups.set(kind, withAll({ name: kind, entries }, answer, total - rows.length))
  }
  groups.set('key', { name: 'key', entries: answer.found.keys.map(keyEntry) })
  return searchGroups.flatMap((name) => groups.get(name) ?? []).filter(({ entries }) => entries.length > 0)
}

/** Results that were listed before Azure answered, with what its answer says of them. */
export function withAnswer(groups: readonly SearchGroup[], found: EstateFound): SearchGroup[] {
  const rows = found.groups.flatMap((group) => group.rows)
  const revoked = new Set(rows.flatMap(({ id, isRevoked = false }) => (isRevoked ? [resourceEntry(id)?.key] : [])))
  return groups.map((group) => ({
    ...group,
    entries: group.entries.map((entry) => ({ ...entry, ...(revoked.has(entry.key) && { isRevoked: true }) })),
  }))
}

/** The image definitions that a search found, as those to create a version in. */
export function newVersionGroups(found: EstateFound, texts: SearchTexts, listed: ReadonlySet<string>): SearchGroup[] {
  const definitions = found.groups.find(({ kind }) => kind === 'imageDefinition')?.rows ?? []
  const entries = definitions
    .flatMap(({ id }) => newVersionEntry(texts, id) ?? [])
    .filter(({ key }) => !listed.has(key))
  return entries.length === 0 ? [] : [{ name: 'newVersion', entries }]
}

// The search of a list is one text, not several words.
function withAll(group: SearchGroup, { words, texts, number, found, hasPage }: Answer, notShown: number): SearchGroup {
  const { name } = group
  if (notShown <= 0) return group
  const [word = ''] = words
  if (words.length > 1 || !isListed(name) || !hasPage(lists[name])) return { ...group, notShown }
  const total = found.groups.find(({ kind }) => kind === name)?.total ?? 0
  const href = listPath(lists[name], word)
  const all: SearchEntry = { key: href, kind: 'page', title: texts.all[name](number(total)), href }
  return { ...group, entries: [...group.entries, all] }
}

function isListed(name: SearchGroup['name']): name is keyof SearchTexts['all'] {
  return name in lists
}
