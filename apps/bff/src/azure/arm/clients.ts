import { randomUUID } from 'node:crypto'
import { setTimeout as pauseFor } from 'node:timers/promises'
import { ComputeManagementClient } from '@azure/arm-compute'
import { ResourceManagementClient } from '@azure/arm-resources'
import { SubscriptionClient } from '@azure/arm-resources-subscriptions'
import {
  createEmptyPipeline,
  type HttpClient,
  type Pipeline,
  type PipelinePolicy,
  type PipelineRequest,
  type SendRequest,
} from '@azure/core-rest-pipeline'
import type { AzureCloud } from '@portal/arm'
import { readsLeftHeader } from '@portal/portal-api'
import { userKey, type Caller } from '../../auth/caller.ts'
import type { OnBehalfOf } from '../../auth/on-behalf-of.ts'
import type { Cloud } from '../../cloud.ts'
import type { AzureServices } from '../../outages/azure-services.ts'
import { sentWriteOf } from '../../telemetry/audit/sent-write.ts'
import type { ArmCall } from '../../telemetry/trace.ts'
import { ArmRefusal, clearReply, NoClearAnswer } from './arm-reply.ts'
import { isRead, sendArmRequest, type ArmAnswer, type ArmRequest } from './arm-request.ts'
import { placesPolicy } from './places/places.ts'
import { readRetriesPolicy, type Pauses } from './read-retries.ts'
import { throttlingBreaker } from './throttling-breaker.ts'
import { claimsChallengePolicy, userTokenPolicy } from './user-token.ts'

/** Azure as one caller sees it during one request to the portal. */
export interface Azure {
  /** which Azure it is */
  cloud: AzureCloud
  /** `apiVersion` instead of the one that the SDK has for each operation: not for lists, whose pages have their own */
  compute(subscriptionId: string, apiVersion?: string): ComputeManagementClient
  resources(subscriptionId: string): ResourceManagementClient
  subscriptions(): SubscriptionClient
  /** for what the SDK's clients above do not support, and for lists; with the same policies. The response's JSON */
  send(request: ArmRequest): Promise<unknown>
  /** the same, for operations that ARM continues after its response */
  start(request: ArmRequest): Promise<ArmAnswer>
  /** Azure's own time, from its latest response, ISO 8601; before the first response, the BFF's */
  now(): string
}

/** The caller, and Azure as they see it. */
export interface AzureSession {
  azure: Azure
  caller: Caller
  /** keeps, for the audit, the disk encryption sets and keys that Azure had before a write */
  noteBefore?: (resource: unknown) => void
}

interface Dependencies {
  cloud: Cloud
  tokens: OnBehalfOf
  http: HttpClient
  services: AzureServices
  pauses?: Pauses
}

interface Request {
  caller: Caller
  /** of the user's operation, the same in each of its calls to ARM */
  correlationId: string
  onCall: (call: ArmCall) => void
}

/** Makes the clients for one caller; they share nothing with another caller's but sockets. */
export function azureClients({
  cloud,
  tokens,
  http,
  services,
  pauses = realPauses,
}: Dependencies): (request: Request) => Azure {
  const breaker = throttlingBreaker(pauses.now)
  const { origin } = new URL(cloud.resourceManager)
  return ({ caller, correlationId, onCall }) => {
    let latest: number | undefined
    // Nothing of the SDK's own pipeline: it would send tokens to any https host, retry writes, and log addresses.
    const policies = [
      readRetriesPolicy(pauses),
      userTokenPolicy({ origin, caller, tokens, now: pauses.now }),
      placesPolicy({ services, user: userKey(caller), now: pauses.now }),
      breaker(caller),
      recordingPolicy({ correlationId, onCall, onDate: (date) => (latest = date), now: pauses.now }),
      claimsChallengePolicy({ caller, tokens }),
    ]
    const send = sender(policies, http)
    const options = (apiVersion?: string) => ({
      endpoint: cloud.resourceManager,
      httpClient: http,
      pipeline: pipelineOf(apiVersion === undefined ? send : (request) => send(inApiVersion(request, apiVersion))),
      allowInsecureConnection: cloud.resourceManager.startsWith('http:'),
    })
    const computeClients = new Map<string, ComputeManagementClient>()
    const start = (sent: ArmRequest) => sendArmRequest({ send, resourceManager: cloud.resourceManager }, sent)
    return {
      cloud: cloud.azure,
      compute(subscriptionId, apiVersion) {
        const key = `${subscriptionId} ${apiVersion}`
        const known = computeClients.get(key)
        if (known !== undefined) return known
        const client = new ComputeManagementClient(noCredential, subscriptionId, options(apiVersion))
        computeClients.set(key, client)
        return client
      },
      resources: (subscriptionId) => new ResourceManagementClient(noCredential, subscriptionId, options()),
      subscriptions: () => new SubscriptionClient(noCredential, options()),
      send: async (sent) => (await start(sent)).body,
      start,
      now: () => new Date(latest ?? pauses.now()).toISOString(),
    }
  }
}

/** What sends a request through the policies, the first one outermost. */
function sender(policies: readonly PipelinePolicy[], http: HttpClient): SendRequest {
  return policies.reduceRight<SendRequest>(
    (next, policy) => (request) => policy.sendRequest(request, next),
    (request) => http.sendRequest(request),
  )
}

// The same for the SDK's clients: a pipeline of theirs would put the policies in order again for each request.
function pipelineOf(send: SendRequest): Pipeline {
  return Object.assign(createEmptyPipeline(), {
    sendRequest: (_: HttpClient, request: PipelineRequest) => send(request),
  })
}

// The SDK takes no API version: each of its operations names its own.
function inApiVersion(request: PipelineRequest, apiVersion: string): PipelineRequest {
  request.url = request.url.replace(/(?<=[?&]api-version=)[^&]*/, apiVersion)
  return request
}

const realPauses: Pauses = { now: Date.now, pause: (ms) => pauseFor(ms), random: Math.random }

/** The SDK requires one but does not use it: the token comes from `userTokenPolicy`. */
export const noCredential = { getToken: () => Promise.resolve(null) }

const userAgent = 'gallery-encryption-portal'

interface Recording {
  correlationId: string
  onCall: (call: ArmCall) => void
  /** ms since 1970 */
  onDate: (date: number) => void
  now: () => number
}

function recordingPolicy({ correlationId, onCall, onDate, now }: Recording): PipelinePolicy {
  const attempts = new WeakMap<PipelineRequest, number>()
  return {
    name: 'recording',
    async sendRequest(request, next) {
      const clientRequestId = randomUUID()
      const attempt = (attempts.get(request) ?? 0) + 1
      attempts.set(request, attempt)
      request.headers.set('x-ms-correlation-request-id', correlationId)
      request.headers.set('x-ms-client-request-id', clientRequestId)
      request.headers.set('user-agent', userAgent)
      const startedAt = now()
      let status: number | undefined
      let requestId: string | undefined
      let azureCorrelationId: string | undefined
      let routingRequestId: string | undefined
      let readsLeft: number | undefined
      let armCode: string | undefined
      try {
        const response = await next(request)
        status = response.status
        requestId = response.headers.get('x-ms-request-id')
        azureCorrelationId = response.headers.get('x-ms-correlation-request-id')
        routingRequestId = response.headers.get('x-ms-routing-request-id')
        const left = response.headers.get(readsLeftHeader)
        if (left !== undefined) readsLeft = Number(left)
        const date = Date.parse(response.headers.get('date') ?? '')
        if (!Number.isNaN(date)) onDate(date)
        return clearReply(response, now())
      } catch (error) {
        armCode = error instanceof ArmRefusal || error instanceof NoClearAnswer ? error.arm?.code : undefined
        throw error
      } finally {
        onCall({
          method: request.method,
          attempt,
          startedAt,
          status,
          armCode,
          ms: now() - startedAt,
          clientRequestId,
          requestId,
          azureCorrelationId,
          ...(!isRead(request) && { write: sentWriteOf(request) }),
          routingRequestId,
          readsLeft,
        })
      }
    },
  }
}
