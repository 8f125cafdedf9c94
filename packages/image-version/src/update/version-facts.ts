import { regionName } from '@portal/arm'
import type { VersionBody } from './updated-version.ts'
import { writableBody } from './updated-version.ts'

/**
 * What is said of a version, one line a fact, in Azure's words: `publishingProfile.targetRegions.westus.excludeFromLatest`.
 * Regions go by their short name and disks by their LUN. Left out is what moves by itself, and the source, which nobody
 * can change and of which Azure shows more once it has read it.
 */
export function versionFacts(version: VersionBody): Map<string, string> {
  const { location, tags, properties } = writableBody(version)
  const { storageProfile: _, ...rest } = properties
  return new Map([
    ['location', regionName(location)],
    ...Object.entries(tags ?? {}).map(([name, value]): [string, string] => [`tags.${name}`, value]),
    ...factsOf(rest, ''),
  ])
}

function factsOf(value: unknown, field: string): [string, string][] {
  if (Array.isArray(value))
    return value.flatMap((part: unknown, index) => factsOf(part, below(field, keyOf(part) ?? String(index))))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, part]) => factsOf(part, below(field, name)))
  return [[field, field.endsWith('.endOfLifeDate') ? instant(String(value)) : String(value)]]
}

function below(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`
}

function keyOf(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined
  if ('lun' in part) return String(part.lun)
  return 'name' in part ? regionName(String(part.name)) : undefined
}

// ARM writes the same instant with more digits or fewer.
function instant(date: string): string {
  const time = new Date(date)
  return Number.isNaN(time.getTime()) ? date : time.toISOString()
}
