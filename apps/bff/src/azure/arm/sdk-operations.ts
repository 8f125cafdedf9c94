import { isDeepStrictEqual } from 'node:util'
import { ComputeManagementClient, type GalleryImageVersionsGetOptionalParams } from '@azure/arm-compute'
import { createEmptyPipeline } from '@azure/core-rest-pipeline'
import { formatResourceId, type ResourceId } from '@portal/arm'
import { armUrl, type ArmRequest } from './arm-request.ts'
import { noCredential, type Azure } from './clients.ts'

/** What an operation of the SDK takes to hand over ARM's answer. */
export type AnswerOptions = Pick<GalleryImageVersionsGetOptionalParams, 'onResponse'>

/** One request by an operation of the SDK; of one that ARM continues, only its `submitted()`, which does not poll. */
export type Operation = (client: ComputeManagementClient, options?: AnswerOptions) => Promise<unknown>

/**
 * ARM's first answer to an operation of the SDK, in ARM's own JSON: the SDK's model would drop the fields that it does
 * not know. Throws what the policies throw. Whatever the SDK makes of an answer has no meaning: our schemas judge it.
 */
export async function armJson(operation: (options: AnswerOptions) => Promise<unknown>): Promise<unknown> {
  let answer: { json: unknown } | undefined
  const onResponse: AnswerOptions['onResponse'] = ({ parsedBody }) => (answer = { json: parsedBody })
  await operation({ onResponse }).catch((error: unknown) => {
    if (answer === undefined) throw error
  })
  return answer?.json
}

/** Where a gallery, a definition or a version is, as the SDK takes it: resource group, gallery, definition, version. */
export function sdkPathOf({ resourceGroupName, names }: ResourceId): [string, string, string, string] {
  const [gallery = '', image = '', version = ''] = names
  return [resourceGroupName, gallery, image, version]
}

interface Write extends Required<Pick<ArmRequest, 'method' | 'body'>> {
  id: ResourceId
  apiVersion: string
}

/** Sends a write once, by the SDK's operation if that carries all of its body, and returns ARM's first answer. */
export async function sendBySdk(
  azure: Azure,
  { id, apiVersion, ...request }: Write,
  operation: Operation,
): Promise<unknown> {
  if (await carriesWithoutLoss(request.body, operation))
    return armJson((options) => operation(azure.compute(id.subscriptionId, apiVersion), options))
  return azure.send({ ...request, url: armUrl(formatResourceId(id), { 'api-version': apiVersion }) })
}

/**
 * Whether an operation of the SDK would send all of `body`, ARM's JSON: its models drop the fields that they do not
 * know. Nothing is sent.
 */
export async function carriesWithoutLoss(body: object, operation: Operation): Promise<boolean> {
  const composed: unknown = await operation(composer).catch((error: unknown) => error)
  if (!(composed instanceof Composed) || typeof composed.body !== 'string') return false
  return isDeepStrictEqual(JSON.parse(composed.body, inUtc), JSON.parse(JSON.stringify(body), inUtc))
}

/** What a request would send. */
class Composed extends Error {
  readonly body: unknown
  constructor(body: unknown) {
    super('This client sends nothing')
    this.body = body
  }
}

// Without tokens, policies and connections, so it can serve all callers.
const composer = new ComputeManagementClient(noCredential, 'none', {
  endpoint: 'https://localhost',
  pipeline: createEmptyPipeline(),
  httpClient: { sendRequest: ({ body }) => Promise.reject(new Composed(body)) },
})

// The SDK writes an end of life with milliseconds, and ARM with an offset.
function inUtc(name: string, value: unknown): unknown {
  return name === 'endOfLifeDate' && typeof value === 'string' ? value.replace(/(\.0+)?(Z|\+00:00)$/, 'Z') : value
}
