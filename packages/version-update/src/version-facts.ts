import { regionName } from '@portal/arm'
import { writableBody, type VersionBody } from './updated-version.ts'

/**
 * The facts of a version, one per line, in Azure's words: `publishingProfile.targetRegions.westus.excludeFromLatest`.
 * Regions have their short name and disks their LUN; a flag that is off is omitted. Also omitted: what changes by
 * itself, and the source, which can't be changed and of which Azure shows more after reading it.
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
  return value === undefined || value === false
    ? []
    : [[field, spelt(field, typeof value === 'string' ? value : JSON.stringify(value))]]
}

function below(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`
}

function keyOf(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined
  if ('lun' in part) return String(part.lun)
  return 'name' in part ? regionName(String(part.name)) : undefined
}

// ARM writes the same region now short and now for display, and the same instant with more digits or fewer.
function spelt(field: string, value: string): string {
  if (/^publishingProfile\.targetRegions\.[^.]+\.name$/.test(field)) return regionName(value)
  if (field !== 'publishingProfile.endOfLifeDate') return value
  const time = new Date(value)
  return Number.isNaN(time.getTime()) ? value : time.toISOString()
}
