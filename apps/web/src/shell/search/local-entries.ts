import { parentResourceId, formatResourceId, tryParseResourceId } from '@portal/portal-api'
import type { Texts } from '../../i18n/shared-texts.en.ts'
import {
  createImageVersionPath,
  createVirtualMachinePath,
  encryptVersionsPath,
  nextImageVersionPath,
  paths,
  startFromPath,
  updateImageVersionPath,
} from '../../paths.ts'
import { resourceEntry } from './resource-entry.ts'
import type { SearchEntry } from './search-entry.ts'
import type { SearchTexts } from './search-texts.ts'

/** Results for the resources that an account opened last. */
export function recentEntries(ids: readonly string[]): SearchEntry[] {
  return ids.flatMap((id) => resourceEntry(id) ?? [])
}

const foundPages = [
  'home',
  'imageVersions',
  'galleries',
  'diskEncryptionSets',
  'keyHealth',
  'keyImpact',
  'estate',
  'virtualMachines',
  'estateDisks',
  'estateReport',
  'access',
  'help',
] as const

/** Results for the pages of the portal, also by other names that people have for them. */
export function pageEntries({ sections, views }: Texts['shell'], { aliases }: SearchTexts): SearchEntry[] {
  const titles = { ...sections, ...views }
  return foundPages.map((page) => ({
    key: paths[page],
    kind: 'page',
    title: titles[page],
    aliases: aliases[page],
    href: paths[page],
  }))
}

/** Results for what can be done without a resource on screen; `whyNot`: why no image version can be created. */
export function portalActions({ actions, aliases }: SearchTexts, whyNot?: string): SearchEntry[] {
  return [
    {
      title: actions.createImageVersion,
      aliases: aliases.createImageVersion,
      href: paths.createImageVersion,
      detail: whyNot,
      isDisabled: whyNot !== undefined,
    },
    { title: actions.importCode, aliases: aliases.importCode, href: startFromPath('code') },
    { title: actions.encryptVersions, aliases: aliases.encryptVersions, href: encryptVersionsPath(undefined) },
    { title: actions.cleanUpVersions, aliases: aliases.cleanUpVersions, href: paths.cleanUpVersions },
  ].map((action) => ({ key: action.href, kind: 'action', ...action }))
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
