import { changedText, randomFrom } from '@portal/azure-simulator/random-json'
import * as api from '@portal/portal-api'
import { ask, startTestPortal, type Reply, type SignedIn, type TestPortal } from '../portal.ts'
import { hostsReached } from './hosts-reached.ts'
import { randomRequest, type AnyEndpoint, type Known } from './random-request.ts'

/** The server with Azure simulated, both in this process, until it is disposed of. */
export interface FuzzingEndpoints extends AsyncDisposable {
  /** Sends the request of a seed to its endpoint, as Ada; rejects if the response is not one of the server's own. */
  endpoints(seed: number): Promise<void>
}

// As the portal names its own: ids of other deployments are refused as such.
const deploymentNames = [`disk-encryption-sets-${'0123456789'.repeat(4)}`, 'image-version-01234567-0123456789ab']

// A busy machine needs a second or two.
const longest = 10_000

/** Every call of the pages. */
export const endpoints = (Object.values(api) as unknown[]).filter(
  (each): each is AnyEndpoint => typeof each === 'object' && each !== null && 'path' in each && 'request' in each,
)

/** Starts them. */
export async function startedFuzzingEndpoints(): Promise<FuzzingEndpoints> {
  const portal = await startTestPortal()
  const reached = hostsReached()
  const own = [portal.url, portal.azure.url].map((url) => new URL(url).host)
  const signIn = () => portal.as('ada@contoso.example')
  const first = await signIn()
  let { token } = first
  const known = await whatIsKnown(portal, first)
  // A token expires with time, when Ada signs out, or when the clock is moved.
  const asAda = async (method: AnyEndpoint['method'], path: string, body?: string): Promise<Reply> => {
    const send = () => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      return ask(portal.url + path, { method, headers, ...(body !== undefined && { body }) })
    }
    const reply = await send()
    if (reply.status !== 401) return reply
    ;({ token } = await signIn())
    return send()
  }
  // Requests that wait for an Azure operation (for example, a what-if) wait for Azure's clock.
  const ticking = setInterval(() => portal.clock.advance(5_000), 500)
  return {
    async endpoints(seed) {
      const random = randomFrom(seed)
      const endpoint = endpoints[random.below(endpoints.length)]
      if (endpoint === undefined) throw new Error('There are no endpoints')
      const { method, path } = endpoint
      const request = randomRequest(random, endpoint, known)
      const whole = JSON.stringify(request)
      const text = random.rarely(30) ? changedText(random, whole) : whole
      const began = performance.now()
      const reply = await (method === 'GET' ? asAda(method, `${path}?${queryOf(request)}`) : asAda(method, path, text))
      const fault =
        performance.now() - began > longest ? `took longer than ${longest} ms` : faultOf(reply, own, reached.hosts)
      if (fault !== undefined) throw new Error(`${method} ${path} ${fault}; it was sent ${text.slice(0, 2_000)}`)
      if (method === 'GET' || endpoint.onlyReads || reply.status >= 400) return
      // The next case finds Azure in the same state as this one.
      const { status } = await asAda(api.resetDemo.method, api.resetDemo.path, '{}')
      if (status !== 200) throw new Error(`The simulator could not be put back: ${status}`)
    },
    async [Symbol.asyncDispose]() {
      clearInterval(ticking)
      reached[Symbol.dispose]()
      await portal.close()
    },
  }
}

/** What is wrong with the response, whatever the request; undefined: nothing. */
export function faultOf(reply: Reply, own: readonly string[], hosts: ReadonlySet<string>): string | undefined {
  const { status, headers } = reply
  const text = JSON.stringify(reply.body)
  const foreign = [...hosts].filter((host) => !own.includes(host))
  if (foreign.length > 0) return `had ${foreign.join(', ')} asked`
  // Azure and Entra ID answer here: nothing can be their fault.
  if (status >= 500) return `failed with ${status} ${text}`
  if (/\\n +at |node_modules|\.[cm]?[jt]s:\d|file:\/\//.test(text)) return `shows code: ${text.slice(0, 500)}`
  if (status === 401) return `does not take a new token: ${text}`
  // Node itself rejects more than 16 kB of headers, including the address.
  if (status < 400 || status === 431) return undefined
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return `refused ${status} without a problem`
  const parsed = api.problem.safeParse(reply.body)
  return parsed.success ? undefined : `refused ${status} with something else than a problem: ${text.slice(0, 500)}`
}

async function whatIsKnown({ azure }: TestPortal, asAda: SignedIn): Promise<Known> {
  const { store, subscriptions } = azure.world
  const ids = store.snapshot().map(({ id }) => id)
  const fingerprints = new Map<string, string>()
  for (const id of ids.filter((each) => /\/galleries\/[^/]+\/images\/[^/]+\/versions\/[^/]+$/i.test(each))) {
    const stored = api.getStoredImageVersion.response.safeParse(
      (await asAda.get(api.getStoredImageVersion.path, { id })).body,
    )
    if (stored.success) fingerprints.set(id, stored.data.fingerprint)
  }
  const deployments = deploymentNames.map(
    (name) =>
      `${ids[0]?.split('/').slice(0, 3).join('/')}/resourceGroups/myResourceGroup/providers/Microsoft.Resources/deployments/${name}`,
  )
  return {
    ids: [...ids, ...deployments],
    subscriptionIds: subscriptions.map(({ subscriptionId }) => subscriptionId),
    fingerprints,
  }
}

/** The request of a GET as its query. */
export function queryOf(request: unknown): string {
  if (typeof request !== 'object' || request === null) return JSON.stringify(request)
  const parameters = Object.entries(request).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return new URLSearchParams(parameters).toString()
}
