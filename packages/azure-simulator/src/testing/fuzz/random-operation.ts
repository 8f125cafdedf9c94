import type { ArmOperation } from '../../arm/request.ts'
import type { Json, JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import { anyJson, changed, changedText, hostileText, randomFrom } from './random-json.ts'
import type { Random } from './random.ts'

/** A request of an operation: method, path with its query, and optional body. */
export type OperationRequest = [method: string, path: string, body?: Json]

/** Properties that a body can have beyond the resource's. */
const words = [
  'name',
  'type',
  'id',
  'ids',
  'resources',
  'targetResourceGroup',
  'access',
  'durationInSeconds',
  'properties',
  'location',
  'identity',
  'sku',
  'tags',
] as const

const queries = [
  '',
  '',
  '&$top=1',
  '&$top=-1',
  '&$filter=atScope()',
  "&$filter=resourceType eq 'x'",
  '&$skiptoken=eA',
  '&$skiptoken=%FF',
  '&$expand=ReplicationStatus',
  '&$expand=x',
  '&api-version=',
  '&$filter=((((',
] as const

/** A request of that seed, to one of the operations, about something of `resources` or nearly. */
export function randomOperation(
  seed: number,
  operations: readonly ArmOperation[],
  resources: readonly StoredResource[],
): OperationRequest {
  const random = randomFrom(seed)
  const operation = operations[random.below(operations.length)]
  if (operation === undefined) throw new Error('There are no operations')
  const below = segments(resources[random.below(resources.length)]?.id ?? '')
  // of a scope: the operations of roles and policies start with any
  const path = operation.path.replace(/\{\/\*\w+\}/, random.rarely(3) ? '' : `/${below.slice(2).join('/')}`)
  const about = nearest(random, path, resources)
  const at = filled(random, path, segments(about?.id ?? `/${below.slice(0, 2).join('/')}`))
  const query = `?api-version=${random.rarely(40) ? hostileText(random).replaceAll(/[&#]|\p{Cs}/gu, '') : '2025-12-03'}${random.one(queries)}`
  if (['GET', 'HEAD', 'DELETE'].includes(operation.method)) return [operation.method, at + query]
  return [operation.method, at + query, body(random, about)]
}

/** A resource for such a path: the one with the longest common beginning. */
function nearest(random: Random, path: string, resources: readonly StoredResource[]): StoredResource | undefined {
  for (let parts = segments(path); parts.length > 1; parts = parts.slice(0, -1)) {
    const pattern = new RegExp(`^/${parts.map((part) => (part.startsWith(':') ? '[^/]+' : part)).join('/')}$`, 'i')
    const found = resources.filter(({ id }) => pattern.test(id))
    if (found.length > 0) return found[random.below(found.length)]
  }
  return undefined
}

function filled(random: Random, path: string, known: string[]): string {
  const parts = segments(path).map((part, index) => {
    if (!part.startsWith(':')) return part
    const name = known[index] ?? random.one(['eastus', 'westus', 'fuzz', 'default', 'add'])
    const sent = random.rarely(3) && index > 1 ? changedText(random, name) : name
    return encodeURIComponent(sent.toWellFormed()) || '%20'
  })
  return `/${parts.join('/')}`
}

function body(random: Random, about: StoredResource | undefined): Json {
  if (random.rarely(30)) return anyJson(random)
  if (about === undefined || random.rarely(6))
    return Object.fromEntries(random.list(4, () => [random.one(words), anyJson(random)]))
  const { location, tags, envelope, properties } = about
  const whole: JsonObject = { location, ...(tags && { tags }), ...envelope, properties }
  return random.rarely(4) ? whole : changed(random, whole)
}

function segments(path: string): string[] {
  return path.split('/').filter((part) => part !== '')
}
