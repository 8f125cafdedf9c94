import {
  createHttpHeaders,
  createPipelineRequest,
  type PipelineRequest,
  type SendRequest,
} from '@azure/core-rest-pipeline'
import { InvalidResourceId } from '@portal/arm'
import * as z from 'zod/mini'
import { answered, type PagedList } from './sdk-answers.ts'

/** A request to ARM for which the SDKs used here have no client. */
export interface ArmRequest {
  method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE'
  /** below ARM's origin, with the api-version; or the whole address of a list's next page, as ARM gave it */
  url: string
  body?: object
}

/** Sends such requests for a caller; implemented by `Azure`. */
interface Sender {
  send(request: ArmRequest): Promise<unknown>
}

interface Wire {
  send: SendRequest
  resourceManager: string
}

/** ARM's response to such a request. */
export interface ArmAnswer {
  status: number
  /** the address for polling the operation */
  location: string | undefined
  /** JSON; undefined if there is no body */
  body: unknown
}

/** Sends one request as the SDK's clients do theirs. */
export async function sendArmRequest(
  { send, resourceManager }: Wire,
  { method, url, body }: ArmRequest,
): Promise<ArmAnswer> {
  const request = createPipelineRequest({
    url: new URL(url, resourceManager).toString(),
    method,
    headers: createHttpHeaders({ accept: 'application/json', ...(body && { 'content-type': 'application/json' }) }),
    ...(body && { body: JSON.stringify(body) }),
    allowInsecureConnection: resourceManager.startsWith('http:'),
  })
  const reply = await send(request)
  // `clearReply` has parsed it, in the policy that records the call
  const json = 'json' in reply ? reply.json : undefined
  return { status: reply.status, location: reply.headers.get('location'), body: json }
}

// `..` would lead to another resource, `?` and `#` would end the path, and URL reads `\\` as `/`
const strayPath = /(^|\/)\.{1,2}(\/|$)|[?#\\]|^\/\//

/**
 * The address of a resource or of something below it, for example `${vaultId}/keys/images-key`. Throws
 * `InvalidResourceId` for a path that would lead anywhere else.
 */
export function armUrl(path: string, query: { 'api-version': string } & Record<string, string>): string {
  if (strayPath.test(path)) throw new InvalidResourceId(path, 'it leads elsewhere')
  return `${encodeURI(path)}?${new URLSearchParams(query).toString()}`
}

const armPage = z.object({ value: z.array(z.unknown()), nextLink: z.nullish(z.string()) })

/** The list at an address, page by page, for `allOf`. */
export function listAt(azure: Sender, url: string): PagedList {
  return {
    byPage() {
      let address: string | null | undefined = url
      return {
        // Not a generator: V8 kept each request that had awaited one until its next full collection.
        async next() {
          if (!address) return { done: true, value: undefined }
          const page = await answered(armPage, azure.send({ method: 'GET', url: address }))
          address = page.nextLink
          return { done: false, value: page.value }
        },
      }
    },
  }
}

// Azure has queries that are sent with POST.
const questions = /\/(?:providers\/Microsoft\.ResourceGraph\/resources|whatIf|checkNameAvailability|validate)$/i

/**
 * Whether a request to ARM can change nothing: then it gets the time limit of a read, is retried like one, and is not
 * in the audit log. Only this function decides that.
 */
export function isRead({ method, url }: Pick<PipelineRequest, 'method' | 'url'>): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  return method === 'POST' && questions.test(new URL(url).pathname)
}
