import { storageStrategySince } from '@portal/arm'
import type { DefaultStorage } from '@portal/image-version'
import { errorNote, infoNote, warningNote, type ImportNote } from './import-note.ts'
import type { ImportedVersion } from './imported-version.ts'
import { listOf, objectOf } from './json-value.ts'

/**
 * The default storage of a version whose text has none, by the API version that would send it, and the note about it;
 * `storage` is undefined if the text has one. An unknown API version counts as a new one.
 */
export function storageNotSaid({ body, apiVersion }: Pick<ImportedVersion, 'body' | 'apiVersion'>): {
  storage: DefaultStorage | undefined
  notes: ImportNote[]
} {
  const profile = objectOf(objectOf(objectOf(body)?.['properties'])?.['publishingProfile']) ?? {}
  const { storageAccountType: type, storageAccountStrategy: strategy } = profile
  const place = { path: ['storageAccountType'] }
  if (isSaid(type) && isSaid(strategy)) return { storage: undefined, notes: [errorNote('StorageSaidTwice', {}, place)] }
  if (isSaid(type) || isSaid(strategy)) return { storage: undefined, notes: [] }
  const isKnown = /^\d{4}-\d\d-\d\d/.test(apiVersion)
  const storage = isKnown && apiVersion < storageStrategySince ? 'Standard_LRS' : 'PreferStandard_ZRS'
  const regions = listOf(profile['targetRegions'])
  const everyRegionSays =
    regions.length > 0 && regions.every((region) => isSaid(objectOf(region)?.['storageAccountType']))
  if (everyRegionSays) return { storage, notes: [] }
  const note = isKnown
    ? infoNote('StorageNotSaid', { storage, apiVersion }, place)
    : warningNote('StorageAndApiVersionNotSaid', { storage, apiVersion: storageStrategySince }, place)
  return { storage, notes: [note] }
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}
