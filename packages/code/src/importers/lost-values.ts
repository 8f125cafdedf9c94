import { infoNote, type ImportNote } from './import-note.ts'
import { planPathOf } from './settled-body.ts'

// What Azure adds to a version in its response, and what every template has around one: nobody chose it.
const notChosen = new Set([
  'id',
  'name',
  'type',
  'apiVersion',
  'etag',
  'systemData',
  'resourceGroup',
  'provisioningState',
  'replicationStatus',
  'publishedDate',
  'sizeInGB',
  'hostCaching',
  'policyViolations',
  'reportedForPolicyViolation',
])
const longestShown = 80

/** A note for each value of `written` that `taken` no longer has: a plan has no place for it, or it is invalid. */
export function lostValueNotes(written: unknown, taken: unknown): ImportNote[] {
  const notes: ImportNote[] = []
  const compare = (value: unknown, kept: unknown, path: (string | number)[]): void => {
    if (isParts(value) && isParts(kept)) {
      for (const [name, entry] of Object.entries(value))
        if (!notChosen.has(name)) compare(entry, Reflect.get(kept, name), [...path, part(value, name)])
    } else if (kept === undefined && !isEmpty(value)) {
      const shown = typeof value === 'string' ? value : JSON.stringify(value)
      const name = path.filter((step) => typeof step === 'string').join('.')
      notes.push(infoNote('ValueIgnored', { name, value: shown.slice(0, longestShown) }, { path: planPathOf(path) }))
    }
  }
  compare(written, taken, [])
  return notes
}

function isParts(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function part(of: object, name: string): string | number {
  return Array.isArray(of) ? Number(name) : name
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (isParts(value) && Object.keys(value).length === 0)
}
