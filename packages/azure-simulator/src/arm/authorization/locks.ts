import type { JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'
import { bodyReader } from '../body-reader.ts'
import { ArmRefusal, fromGateway, invalidRequestContent, resourceGroupNotFound, resourceNotFound } from '../errors.ts'
import { extensionAt, extensionOperations, removeStored } from '../extension-resources.ts'
import { parameter, type ArmOperation, type ArmReply, type ArmRequest } from '../request.ts'
import { requestedProperties } from '../writing.ts'
import { isWithin } from './access.ts'

const lockType = 'Microsoft.Authorization/locks'
const levels = ['NotSpecified', 'CanNotDelete', 'ReadOnly']
const longestNotes = 512

const at = extensionAt(lockType)
const { scopeOf } = at

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
  const stored = at.stored(request)
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
export const locks: ArmOperation[] = extensionOperations({
  at,
  put,
  find: at.stored,
  list(request) {
    const scope = scopeOf(request)
    const isOnlyAtScope = /atScope/i.test(request.query['$filter'] ?? '')
    return locksOfSubscription(request.tenant, scope).filter((lock) => {
      const locked = scopeOf({ path: lock.id })
      return isWithin(scope, locked) || (!isOnlyAtScope && isWithin(locked, scope))
    })
  },
  present,
  notFound(request) {
    const message = `The lock '${parameter(request, 'name')}' could not be found.`
    return new ArmRefusal(404, { code: 'LockNotFound', message })
  },
  remove: removeStored,
})

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
    if (method === 'GET' || method === 'HEAD' || readsOnly === true || path === at.one) return operation
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
    const locked = scopeOf({ path: id })
    if (!isDeletion) return level === 'ReadOnly' && isWithin(scope, locked)
    return level !== 'NotSpecified' && (isWithin(scope, locked) || isWithin(locked, scope))
  })
  if (inTheWay.length === 0) return
  const scopes = [...new Set(inTheWay.map(({ id }) => scopeOf({ path: id })))]
  const message = `The scope '${scope}' cannot perform ${isDeletion ? 'delete' : 'write'} operation because following scope(s) are locked: '${scopes.join(',')}'. Please remove the lock and try again.`
  throw new ArmRefusal(409, { code: 'ScopeLocked', message }, fromGateway)
}
