/** What a user asked the portal to write: names of fields and resources, never other values. */
export interface WriteRecord {
  /** the IDs and names in the request: `{ id: '/subscriptions/…', 'source.id': … }` */
  resource: Record<string, string>
  /** the fields that were given or changed */
  fields: string[]
  /** the requested disk encryption sets: `{ 'targetRegions.westus.encryption.osDiskImage': '/subscriptions/…' }` */
  setsAsked: Record<string, string>
}

const mostEntries = 200
const longestText = 1024

/** Reads a write's record out of its parsed input. Only ids, names and sets get in: no tag, address, text or secret. */
export function writeRecordOf(input: unknown): WriteRecord {
  return {
    resource: Object.fromEntries(namesIn(input).slice(0, mostEntries)),
    fields: [...new Set(fieldsIn(input))].slice(0, mostEntries),
    setsAsked: diskEncryptionSetsIn(input),
  }
}

/** The disk encryption sets in an object, by place: a region by its name, a disk by its LUN. */
export function diskEncryptionSetsIn(value: unknown, path: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(setsAt(value, path).slice(0, mostEntries))
}

const setId = /^\/subscriptions\/[^?#]*\/diskEncryptionSets\/[^/?#]+$/i

function setsAt(value: unknown, path: readonly string[]): [string, string][] {
  if (typeof value === 'string') return setId.test(value) ? [[path.join('.'), textOf(value)]] : []
  return childrenOf(value).flatMap(([name, child]) => setsAt(child, [...path, name]))
}

// fields that identify the entries of a list in ARM's responses and the portal's plans
function childrenOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.map((entry: unknown, index) => [labelOf(entry) ?? String(index), entry])
  return isObject(value) ? Object.entries(value) : []
}

function labelOf(entry: unknown): string | undefined {
  if (!isObject(entry)) return undefined
  const { name, lun } = entry
  if (typeof name === 'string' && name !== '') return textOf(name)
  return typeof lun === 'number' ? `lun${lun}` : undefined
}

// the request, or one object inside it, for example the plan of a creation in batches
function namesIn(input: unknown, path: readonly string[] = []): [string, string][] {
  if (!isObject(input)) return []
  return Object.entries(input).flatMap(([key, value]): [string, string][] => {
    const field = [...path, key]
    if (typeof value === 'string') return isName(key) && value !== '' ? [[field.join('.'), textOf(value)]] : []
    return path.length === 0 ? namesIn(value, field) : []
  })
}

function isName(key: string): boolean {
  return /^(?:id|name)$|(?:Id|Name)$/.test(key)
}

// in plans and changes, null, '' and empty lists mean that nothing is chosen
function fieldsIn(input: unknown, path: readonly string[] = []): string[] {
  if (!isObject(input)) return []
  return Object.entries(input).flatMap(([key, value]) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return []
    const field = [...path, key]
    return path.length === 0 && isObject(value) ? fieldsIn(value, field) : [field.join('.')]
  })
}

// A query can contain a signature.
function textOf(text: string): string {
  return text.replace(/[?#].*$/s, '').slice(0, longestText)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
