import { parentResourceId, formatResourceId, tryParseResourceId } from '@portal/portal-api'
import type { SearchTexts } from '../../i18n/search/search.en.ts'
import {
  createImageVersionPath,
  createVirtualMachinePath,
  nextImageVersionPath,
  paths,
  updateImageVersionPath,
} from '../../paths.ts'
import { resourceEntry } from './resource-entry.ts'
import type { SearchEntry } from './search-entry.ts'

/** Results for the resources that an account opened last. */
export function recentEntries(ids: readonly string[]): SearchEntry[] {
  return ids.flatMap((id) => resourceEntry(id) ?? [])
}

/** Results for the main pages of the portal. */
export function pageEntries({ pages }: SearchTexts): SearchEntry[] {
  const places: [keyof SearchTexts['pages'], string][] = [
    ['home', paths.home],
    ['galleries', paths.galleries],
    ['imageVersions', paths.imageVersions],
    ['diskEncryptionSets', paths.diskEncryptionSets],
    ['virtualMachines', paths.virtualMachines],
    ['importPlan', paths.importPlan],
    ['prerequisites', paths.prerequisites],
    ['connectionCheck', paths.connectionCheck],
    ['help', paths.help],
  ]
  return places.map(([name, href]) => ({ key: href, kind: 'page', title: pages[name], href }))
}

/** Results for what can be done with the resource on screen, and with the image definitions opened last. */
export function resourceActions(t: SearchTexts, here: string | undefined, recent: readonly string[]): SearchEntry[] {
  const actions = [
    ...(here === undefined ? [] : actionsOf(t, here)),
    ...recent.flatMap((id) => newVersionEntry(t, definitionIdOf(id)) ?? []),
  ]
  return [...new Map(actions.map((entry) => [entry.key, entry])).values()]
}

/** The wizard for a version of an image definition, as a result. */
export function newVersionEntry(t: SearchTexts, definitionId: string | undefined): SearchEntry | undefined {
  const definition = definitionId === undefined ? undefined : resourceEntry(definitionId)
  if (definitionId === undefined || definition?.kind !== 'imageDefinition') return undefined
  const href = createImageVersionPath(definitionId)
  return { key: href, kind: 'newVersion', title: t.createVersion(definition.title), detail: definition.detail, href }
}

function actionsOf(t: SearchTexts, id: string): SearchEntry[] {
  const { kind, title = '', detail } = resourceEntry(id) ?? {}
  if (kind !== 'imageVersion') return []
  const action = (name: string, href: string): SearchEntry => ({ key: href, kind: 'action', title: name, detail, href })
  return [
    action(t.updateVersion(title), updateImageVersionPath(id)),
    action(t.nextVersion(title), nextImageVersionPath(id)),
    action(t.createMachine(title), createVirtualMachinePath(id)),
  ]
}

/** The ID of the image definition that an ID is of, or of whose version; undefined for everything else. */
function definitionIdOf(id: string): string | undefined {
  const resource = tryParseResourceId(id)
  if (resource?.types.length === 2) return id
  const parent = resource && resource.types.length === 3 ? parentResourceId(resource) : undefined
  return parent && formatResourceId(parent)
}
