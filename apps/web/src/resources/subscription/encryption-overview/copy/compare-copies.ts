import { copyReader, EstateCopyRefused, type CopiedResource, type CopyHeader } from '@portal/arm/estate-copy'
import type { RecordedChange } from '@portal/portal-api'

/** What differs in a resource: `Create` for one that was not in the copy, `Delete` for one that is no longer there. */
export interface Difference extends Pick<RecordedChange, 'resourceId' | 'changeType' | 'properties'> {
  kind: ComparedKind
}

/** Two copies of the same subscriptions, compared. */
export interface Comparison {
  /** by kind, then by ID */
  differences: Difference[]
  /** what could not be read for one of the copies, and is not counted: how many places of each kind */
  unread: ReadonlyMap<'keys' | 'locks' | 'roleAssignments', number>
  /** whether the two were taken by different people, or by one whose permissions have changed */
  hasOtherPermissions: boolean
}

/** The types that are compared, in small letters, in the order in which they are listed. */
export const comparedKinds = [
  'microsoft.compute/galleries',
  'microsoft.compute/galleries/images',
  'microsoft.compute/galleries/images/versions',
  'microsoft.compute/diskencryptionsets',
  'microsoft.keyvault/vaults',
  'microsoft.keyvault/vaults/keys',
  'microsoft.keyvault/vaults/keys/versions',
  'microsoft.compute/disks',
  'microsoft.compute/snapshots',
  'microsoft.compute/images',
  'microsoft.compute/virtualmachines',
  'microsoft.compute/virtualmachinescalesets',
  'microsoft.compute/virtualmachinescalesets/virtualmachines',
  'microsoft.authorization/roleassignments',
  'microsoft.authorization/locks',
] as const
type ComparedKind = (typeof comparedKinds)[number]

/** The lines of a copy, from the beginning each time. */
export type LinesOfCopy = () => AsyncIterable<string>

// Of a resource that is new or gone, what its name does not say.
const essential = new Set(['roleDefinitionId', 'principalId', 'scope', 'level'].map((name) => `properties.${name}`))
const mostAtOnce = 5000

/**
 * What has changed between two copies of these subscriptions. Both are read twice, line by line; of each resource only
 * a digest is kept meanwhile, and the properties of 5,000 that differ. Throws `EstateCopyRefused` for a file that is
 * no copy, and the reason of `signal`.
 */
export async function compareCopies(
  before: LinesOfCopy,
  after: LinesOfCopy,
  { subscriptionIds, signal }: { subscriptionIds: readonly string[]; signal: AbortSignal },
): Promise<Comparison> {
  const among = new Set(subscriptionIds.map((id) => id.toLowerCase()))
  const one = await digestOf(before, among, signal)
  const other = await digestOf(after, among, signal)
  const unread = new Set([...one.unread, ...other.unread])
  const isUnread = (id: string) => unread.has(readingOf(id) ?? '')
  const differing = [...new Set([...one.digests.keys(), ...other.digests.keys()])].filter((id) => {
    if (one.digests.get(id) === other.digests.get(id)) return false
    return (one.digests.has(id) && other.digests.has(id)) || !isUnread(id)
  })
  const differences: Difference[] = []
  for (let from = 0; from < differing.length; from += mostAtOnce) {
    const ids = new Set(differing.slice(from, from + mostAtOnce))
    const [then, now] = [await resourcesAmong(before, ids, signal), await resourcesAmong(after, ids, signal)]
    for (const id of ids) differences.push(...differenceOf(then.get(id), now.get(id)))
  }
  const places = [...unread].map((place) => place.split(' ')[0])
  const counted = (['keys', 'locks', 'roleAssignments'] as const).map(
    (what) => [what, places.filter((place) => place === what).length] as const,
  )
  return {
    differences: differences.toSorted(
      (a, b) =>
        comparedKinds.indexOf(a.kind) - comparedKinds.indexOf(b.kind) || a.resourceId.localeCompare(b.resourceId),
    ),
    unread: new Map(counted.filter(([, count]) => count > 0)),
    hasOtherPermissions:
      one.permissions.size !== other.permissions.size ||
      ![...one.permissions].every((each) => other.permissions.has(each)),
  }
}

/** The header of a copy; its lines are not read to their end. Throws `EstateCopyRefused`. */
export async function headerOfCopy(lines: LinesOfCopy): Promise<CopyHeader> {
  for await (const line of lines()) {
    const header = copyReader().read(line)
    if (header !== undefined && 'format' in header) return header
  }
  throw new EstateCopyRefused(1, 'no copy of an estate')
}

// A line is a resource, which Azure limits to some megabytes.
const longestLine = 16 * 1024 ** 2

/** The lines of a file, of which no more than one is in memory; a `change` is made to each. */
export function linesOfFile(file: Blob, change = (line: string) => line): LinesOfCopy {
  return async function* linesOf() {
    const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader()
    try {
      let rest = ''
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        const lines = (rest + read.value).split('\n')
        rest = lines.pop() ?? ''
        if (rest.length > longestLine) throw new EstateCopyRefused(1, 'a line is too long')
        yield* lines.map(change)
      }
      yield change(rest)
    } finally {
      await reader.cancel()
    }
  }
}

interface Digest {
  /** of the properties that are compared, by ID in small letters */
  digests: Map<string, string>
  /** `keys` and the like, and the place where they could not be read */
  unread: Set<string>
  /** who took it, and what they may do where */
  permissions: Set<string>
}

async function digestOf(lines: LinesOfCopy, among: ReadonlySet<string>, signal: AbortSignal): Promise<Digest> {
  const digest: Digest = { digests: new Map(), unread: new Set(), permissions: new Set() }
  const reader = copyReader()
  for await (const text of lines()) {
    signal.throwIfAborted()
    const line = reader.read(text)
    if (line === undefined) continue
    if ('resource' in line) {
      const id = line.resource.id.toLowerCase()
      // A machine that does not run comes again, with its state.
      if (kindOf(id) !== undefined && isAmong(id, among)) digest.digests.set(id, await hashOf(factsOf(line.resource)))
    } else if ('unread' in line && isAmong(line.unread.scope, among))
      digest.unread.add(`${line.unread.what} ${line.unread.scope.toLowerCase()}`)
    else if ('person' in line) digest.permissions.add(line.person.objectId.toLowerCase())
    else if ('permissions' in line && isAmong(line.permissions.scope, among)) {
      const roles = line.permissions.roles.map((role) => JSON.stringify(role).toLowerCase())
      digest.permissions.add(`${line.permissions.scope.toLowerCase()} ${roles.toSorted().join()}`)
    }
  }
  reader.end()
  return digest
}

async function resourcesAmong(lines: LinesOfCopy, ids: ReadonlySet<string>, signal: AbortSignal) {
  const found = new Map<string, CopiedResource>()
  const reader = copyReader()
  for await (const text of lines()) {
    signal.throwIfAborted()
    const line = reader.read(text)
    if (line !== undefined && 'resource' in line && ids.has(line.resource.id.toLowerCase()))
      found.set(line.resource.id.toLowerCase(), line.resource)
  }
  return found
}

function differenceOf(before: CopiedResource | undefined, after: CopiedResource | undefined): Difference[] {
  const resource = after ?? before
  const kind = resource && kindOf(resource.id)
  if (resource === undefined || kind === undefined) return []
  const [one, other] = [factsOf(before), factsOf(after)]
  const isBoth = before !== undefined && after !== undefined
  const paths = [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => (isBoth || essential.has(path)) && comparable(one.get(path)) !== comparable(other.get(path)),
  )
  const properties = paths.flatMap((path) => {
    // What has come or gone as a whole is one change.
    const isPart = paths.some(
      (above) => path !== above && (path.startsWith(`${above}.`) || path.startsWith(`${above}[`)),
    )
    const [was, is] = [one.get(path), other.get(path)]
    return isPart ? [] : [{ path, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }]
  })
  const changeType = isBoth ? 'Update' : after === undefined ? 'Delete' : 'Create'
  return [{ resourceId: resource.id, kind, changeType, properties }]
}

// What differs from one reading of Azure to the next although nothing has changed. The state of each region and of
// each machine's agent comes only with what is not as it should be.
const passing = new Set(['properties.extended', 'properties.instanceview', 'properties.replicationstatus'])

/** The properties of a resource by their paths; an object in a list by its name, and in the list itself as that. */
function factsOf(resource: CopiedResource | undefined): Map<string, string> {
  const facts = new Map<string, string>()
  const add = (value: unknown, path: string) => {
    if (value === null || value === undefined || passing.has(path.toLowerCase())) return
    if (typeof value !== 'object') facts.set(path, typeof value === 'string' ? value : JSON.stringify(value))
    else if (Array.isArray(value))
      for (const [index, item] of value.entries()) {
        const name = nameIn(item)
        if (name !== undefined) facts.set(`${path}[${name}]`, name)
        add(item, `${path}[${name ?? index}]`)
      }
    else for (const [key, part] of Object.entries(value)) add(part, `${path}.${key}`)
  }
  if (resource === undefined) return facts
  for (const key of ['tags', 'sku', 'managedBy', 'properties']) add(resource[key], key)
  const power = powerOf(resource.properties)
  if (power !== undefined) facts.set('properties.powerState', power)
  return facts
}

function nameIn(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  if ('name' in item && typeof item.name === 'string') return item.name
  return 'lun' in item && typeof item.lun === 'number' ? `LUN ${item.lun}` : undefined
}

/** `running`: the graph has it apart, ARM among the statuses. */
function powerOf(properties: CopiedResource['properties']): string | undefined {
  const views = JSON.stringify([properties?.['instanceView'], properties?.['extended']])
  return /"PowerState\/(\w+)"/i.exec(views)?.[1]
}

/** IDs and addresses are the same however they are spelt. */
function comparable(value: string | undefined): string | undefined {
  return value !== undefined && /^(\/|https:)/i.test(value) ? value.toLowerCase() : value
}

function kindOf(id: string): ComparedKind | undefined {
  const [provider, ...parts] = id.toLowerCase().split('/providers/').at(-1)?.split('/') ?? []
  const type = [provider, ...parts.filter((_, index) => index % 2 === 0)].join('/')
  return comparedKinds.find((kind) => kind === type)
}

function isAmong(id: string, subscriptionIds: ReadonlySet<string>): boolean {
  const [, subscriptions, subscriptionId = ''] = id.toLowerCase().split('/')
  // Of a management group, it concerns them all.
  return subscriptions !== 'subscriptions' || subscriptionIds.has(subscriptionId)
}

/** Where it must have been read to be known, as `unread` has it. */
function readingOf(id: string): string | undefined {
  const subscription = id.split('/').slice(0, 3).join('/')
  if (id.includes('/microsoft.keyvault/vaults/')) return `keys ${id.replace(/\/keys\/.*$/, '')}`
  if (id.includes('/microsoft.authorization/locks/')) return `locks ${subscription}`
  return id.includes('/microsoft.authorization/roleassignments/') ? `roleAssignments ${subscription}` : undefined
}

/** SHA-256 of the facts, as text: short, however much a resource has to say. */
async function hashOf(facts: Map<string, string>): Promise<string> {
  const lines = [...facts].map(([path, value]) => `${path}\n${comparable(value)}`).toSorted()
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(lines.join('\n')))
  return new Uint8Array(hash).join()
}
