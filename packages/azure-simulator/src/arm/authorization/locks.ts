import type { JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'
import { bodyReader } from '../body-reader.ts'
import { page } from '../collections.ts'
import { ArmRefusal, fromGateway, invalidRequestContent, resourceGroupNotFound, resourceNotFound } from '../errors.ts'
import { parameter, type ArmOperation, type ArmReply, type ArmRequest } from '../request.ts'
import { requestedProperties } from '../writing.ts'
import { isWithin } from './access.ts'

const lockType = 'Microsoft.Authorization/locks'
const levels = ['NotSpecified', 'CanNotDelete', 'ReadOnly']
const longestNotes = 512

// On a subscription, a group or one resource of whatever type.
const collection = `/subscriptions/:subscriptionId{/*below}/providers/${lockType}`
const one = `${collection}/:name`
const ofLock = /\/providers\/Microsoft\.Authorization\/locks(\/[^/]*)?$/i

function scopeOf({ path }: Pick<ArmRequest, 'path'>): string {
  return decodeURI(path).replace(ofLock, '')
}

function requestedLock(request: ArmRequest): StoredResource | undefined {
  return request.tenant.store.get(`${scopeOf(request)}/providers/${lockType}/${parameter(request, 'name')}`)
}

function present({ id, name, properties }: StoredResource): JsonObject {
  return { properties, id, type: lockType, name }
}

/** The ID of what is to be locked, in its own spelling. Throws 404 if it does not exist. */
function lockedScope(request: ArmRequest): string {
  const scope = scopeOf(request)
  const [, , subscriptionId = '', , group = '', ...below] = scope.split('/')
  const found = request.tenant.store.get(scope)
  if (found) return found.id
  if (group === '') return `/subscriptions/${subscriptionId.toLowerCase()}`
  throw below.length === 0 ? resourceGroupNotFound(group) : resourceNotFound(below.slice(1).join('/'), group)
}

function put(request: ArmRequest): ArmReply {
  const scope = lockedScope(request)
  const name = parameter(request, 'name')
  // oxlint-disable-next-line no-control-regex -- the characters that Azure forbids
  if (name.length > 260 || /[<>%&:\\?/\u0000-\u001F]/.test(name))
    throw new ArmRefusal(400, { code: 'InvalidLockName', message: `The lock name '${name}' is invalid.` }, fromGateway)
  const sent = bodyReader(requestedProperties(request), 'properties')
  const [level = '', notes] = [sent.text('level'), sent.text('notes')]
  const owners = sent.objects('owners')?.map((owner) => ({ applicationId: owner.text('applicationId') ?? '' }))
  if (!levels.includes(level))
    throw invalidRequestContent(`The lock level '${level}' is not one of ${levels.join(', ')}`)
  if ((notes ?? '').length > longestNotes) throw invalidRequestContent(`Notes have at most ${longestNotes} characters`)
  const stored = requestedLock(request)
  const lock: StoredResource = {
    id: stored?.id ?? `${scope}/providers/${lockType}/${name}`,
    type: lockType,
    name: stored?.name ?? name,
    location: '',
    properties: { level, ...(notes !== undefined && { notes }), ...(owners && { owners }) },
  }
  request.tenant.store.put(lock)
  return { status: stored ? 200 : 201, body: present(lock) }
}

/** https://learn.microsoft.com/rest/api/resources/management-locks */
export const locks: ArmOperation[] = [
  { method: 'PUT', path: one, action: `${lockType}/write`, handle: put },
  {
    method: 'GET',
    path: one,
    action: `${lockType}/read`,
    handle(request) {
      const found = requestedLock(request)
      if (found) return { status: 200, body: present(found) }
      throw new ArmRefusal(404, {
        code: 'LockNotFound',
        message: `The lock '${parameter(request, 'name')}' could not be found.`,
      })
    },
  },
  {
    method: 'DELETE',
    path: one,
    action: `${lockType}/delete`,
    handle(request) {
      const found = requestedLock(request)
      if (found === undefined) return { status: 204 }
      request.tenant.store.remove(found.id)
      return { status: 200 }
    },
  },
  {
    method: 'GET',
    path: collection,
    action: `${lockType}/read`,
    handle(request) {
      const scope = scopeOf(request)
      const isOnlyAtScope = /atScope/i.test(request.query['$filter'] ?? '')
      const seen = locksOfSubscription(request.tenant, scope).filter((lock) => {
        const at = scopeOf({ path: lock.id })
        return isWithin(scope, at) || (!isOnlyAtScope && isWithin(at, scope))
      })
      return page(request, seen.map(present))
    },
  },
]

function locksOfSubscription({ store }: Tenant, id: string): StoredResource[] {
  return store.list(id.split('/').slice(0, 3).join('/'), lockType)
}

/**
 * The operations, those that write or delete refused with 409 ScopeLocked where a lock is in the way: at the scope,
 * above it, or, of a deletion, below it. Locks themselves are not locked.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 */
export function honouringLocks(operations: ArmOperation[]): ArmOperation[] {
  return operations.map((operation) => {
    const { method, readsOnly, path } = operation
    if (method === 'GET' || method === 'HEAD' || readsOnly === true || path === one) return operation
    return {
      ...operation,
      handle(request) {
        assertUnlocked(request)
        return operation.handle(request)
      },
    }
  })
}

function assertUnlocked({ tenant, method, path }: ArmRequest): void {
  const isDeletion = method === 'DELETE'
  // A POST acts on what its path has before the action.
  const scope = decodeURI(method === 'POST' ? path.replace(/\/[^/]+$/, '') : path)
  const inTheWay = locksOfSubscription(tenant, scope).filter(({ id, properties: { level } }) => {
    const at = scopeOf({ path: id })
    if (!isDeletion) return level === 'ReadOnly' && isWithin(scope, at)
    return level !== 'NotSpecified' && (isWithin(scope, at) || isWithin(at, scope))
  })
  if (inTheWay.length === 0) return
  const scopes = [...new Set(inTheWay.map(({ id }) => scopeOf({ path: id })))]
  const message = `The scope '${scope}' cannot perform ${isDeletion ? 'delete' : 'write'} operation because following scope(s) are locked: '${scopes.join(',')}'. Please remove the lock and try again.`
  throw new ArmRefusal(409, { code: 'ScopeLocked', message }, fromGateway)
}
