import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../json.ts'
import { isWithin } from '../authorization/access.ts'
import { ArmRefusal } from '../errors.ts'
import type { ArmOperation, ArmRequest } from '../request.ts'
import { passes } from './event-filter.ts'
import { queueEvent } from './event-queue.ts'
import { eventSubscriptionType, scopeOfEvents } from './event-subscriptions.ts'

const acts: Partial<Record<ArmOperation['method'], 'Write' | 'Delete'>> = {
  PUT: 'Write',
  PATCH: 'Write',
  DELETE: 'Delete',
}

/**
 * The operations, each write and deletion told to the event subscriptions above it, at the end of its work.
 * https://learn.microsoft.com/azure/event-grid/event-schema-resource-groups
 */
export function raisingEvents(operations: ArmOperation[]): ArmOperation[] {
  return operations.map((operation) => {
    const { method, action } = operation
    const act = acts[method]
    if (act === undefined || action === undefined) return operation
    return {
      ...operation,
      handle(request) {
        const subscriptions = subscriptionsOver(request)
        if (subscriptions.length === 0) return operation.handle(request)
        const path = decodeURI(request.path)
        const before = request.tenant.store.get(path)
        const raise = (isSuccess: boolean) => {
          const after = request.tenant.store.get(path)
          const at = after?.change?.endsAt ?? request.clock.now()
          const hasSucceeded = isSuccess && after?.change?.failure === undefined
          const about = { id: after?.id ?? before?.id ?? path, at, action, isExisting: before !== undefined }
          for (const { id, properties } of subscriptions) {
            const filter = properties['filter']
            const event = eventOf(request, { ...about, type: `Resource${act}${hasSucceeded ? 'Success' : 'Failure'}` })
            const told = { ...event, topic: scopeOfEvents(id) }
            if (passes(told, typeof filter === 'object' && !Array.isArray(filter) ? (filter ?? {}) : {}))
              queueEvent(request.tenant.store, { eventSubscriptionId: id, event: told, at })
          }
        }
        try {
          const reply = operation.handle(request)
          if (reply.status !== 204 || before !== undefined) raise(true)
          return reply
        } catch (error) {
          if (error instanceof ArmRefusal) raise(false)
          throw error
        }
      },
    }
  })
}

function subscriptionsOver({ tenant, path }: ArmRequest) {
  const scope = decodeURI(path)
  return tenant.store
    .list(scope.split('/').slice(0, 3).join('/'), eventSubscriptionType)
    .filter(({ id }) => isWithin(scope, scopeOfEvents(id)))
}

interface Told {
  /** of the resource */
  id: string
  /** `ResourceWriteSuccess` */
  type: string
  action: string
  at: number
  /** the resource was there before */
  isExisting: boolean
}

function eventOf(request: ArmRequest, { id, type, action, at, isExisting }: Told): JsonObject {
  const { tenant, caller, origin, path, method, apiVersion } = request
  const user = tenant.users.find((one) => one.id === caller.objectId)
  const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
  return {
    subject: id,
    eventType: `Microsoft.Resources.${type}`,
    eventTime: new Date(at).toISOString(),
    id: randomUUID(),
    data: {
      authorization: { scope: id, action },
      claims: {
        'http://schemas.microsoft.com/identity/claims/objectidentifier': caller.objectId,
        'http://schemas.microsoft.com/identity/claims/tenantid': tenant.tenantId,
        ...(user ? { name: user.displayName, [`${claims}/upn`]: user.userPrincipalName } : { appid: caller.name }),
      },
      correlationId: randomUUID(),
      ...(isExisting && {
        httpRequest: { clientRequestId: randomUUID(), method, url: `${origin}${path}?api-version=${apiVersion}` },
      }),
      resourceProvider: action.split('/')[0] ?? '',
      resourceUri: id,
      operationName: action,
      status: type.endsWith('Success') ? 'Succeeded' : 'Failed',
      subscriptionId: id.split('/')[2] ?? '',
      tenantId: tenant.tenantId,
    },
    dataVersion: '2',
    metadataVersion: '1',
  }
}
