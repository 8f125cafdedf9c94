import { resourceNameOf, tryParseResourceId, type FoundKey, type FoundKind } from '@portal/portal-api'
import {
  diskEncryptionSetPath,
  galleryPath,
  imageDefinitionPath,
  imageVersionPath,
  paths,
  virtualMachinePath,
} from '../../paths.ts'
import type { SearchEntry } from './search-entry.ts'

const kinds: Record<string, FoundKind> = {
  galleries: 'gallery',
  'galleries/images': 'imageDefinition',
  'galleries/images/versions': 'imageVersion',
  diskencryptionsets: 'diskEncryptionSet',
  vaults: 'keyVault',
  virtualmachines: 'virtualMachine',
}

/** A resource as a result; `key` is that of a disk encryption set. Undefined for what has no page. */
export function resourceEntry(id: string, key?: FoundKey): SearchEntry | undefined {
  const resource = tryParseResourceId(id)
  const kind = kinds[resource?.types.join('/').toLowerCase() ?? '']
  if (resource === undefined || kind === undefined) return undefined
  const name = resourceNameOf(resource)
  const href = hrefOf(kind, id, name)
  const [galleryName, definitionName = ''] = resource.names
  switch (kind) {
    case 'imageDefinition':
      return { key: href, kind, title: name, detail: galleryName, href }
    case 'imageVersion':
      return { key: href, kind, title: `${definitionName} ${name}`, detail: galleryName, href }
    case 'diskEncryptionSet':
      return { key: href, kind, title: name, detail: key ? keyLabel(key) : resource.resourceGroupName, href }
    case 'gallery':
    case 'keyVault':
    case 'virtualMachine':
      return { key: href, kind, title: name, detail: resource.resourceGroupName, href }
  }
}

/** A key as a result: it leads to the disk encryption sets that use it. */
export function keyEntry(key: FoundKey): SearchEntry {
  const href = listPath(paths.diskEncryptionSets, key.address)
  return { key: href, kind: 'key', title: key.keyName, detail: key.keyVaultName, href }
}

/** The address of a list with what contains `search`. */
export function listPath(path: string, search: string): string {
  return `${path}?${new URLSearchParams({ search })}`
}

function hrefOf(kind: FoundKind, id: string, name: string): string {
  switch (kind) {
    case 'gallery':
      return galleryPath(id)
    case 'imageDefinition':
      return imageDefinitionPath(id)
    case 'imageVersion':
      return imageVersionPath(id)
    case 'diskEncryptionSet':
      return diskEncryptionSetPath(id)
    case 'virtualMachine':
      return virtualMachinePath(id)
    case 'keyVault':
      // The portal has no page for a vault: its sets are what one looks for.
      return listPath(paths.diskEncryptionSets, name)
  }
}

function keyLabel({ keyVaultName, keyName }: FoundKey): string {
  return `${keyVaultName} / ${keyName}`
}
