import { describe, expect, it } from 'vitest'
import type { Json } from '../../json.ts'
import { startedAzure } from '../azure.ts'
import { officialOperations, type OfficialOperation } from './official-operations.ts'
import { sweep } from './sweep.ts'

// Compared with facts from Azure's own OpenAPI files, written by write-facts.ts: docs/decisions/0050-openapi-facts.md

const official = officialOperations()

function operationOf(method: string, path: string): OfficialOperation | undefined {
  const [pathname = ''] = path.split('?')
  return official.find((one) => one.method === method && one.path.test(pathname))
}

// Where the real service differs from its own files, and how we know.
const recorded: [RegExp, string][] = [
  [/^GET \/subscriptions: .*"nextLink"/, 'absent on the last page, though the file requires it: recorded'],
  [/^GET \/subscriptions: .*"count"/, 'there in every recording'],
  [/vmSize must be equal to one of/, 'the file lists the sizes of 2020 and says that there will be others'],
  [/ResourceGraph\/resources: \/data must be object/, 'a list for `objectArray`: the examples of the same files'],
]
/** The polling of an operation: clients follow a header there, and no file describes it. */
const polled = /\/(operationresults|capsOperations|DiskOperations|operations)\/[\w-]+$/

describe('every answer of the simulator', () => {
  it('is JSON or nothing, and no refusal', async () => {
    await using azure = await startedAzure()
    const failed = (await sweep(azure)).filter(({ answer }) => answer.status >= 400)
    expect(failed.map(({ method, path, answer }) => [method, path, answer.status, answer.text])).toEqual([])
  })

  it("is what Azure's OpenAPI files say", async () => {
    await using azure = await startedAzure()
    const faults = (await sweep(azure)).flatMap(({ method, path, answer: { status, body } }) => {
      const [pathname = ''] = path.split('?')
      const asked = `${method} ${pathname}: `
      const operation = operationOf(method, path)
      if (operation === undefined) return polled.test(pathname) ? [] : [`${asked}no facts of it`]
      return operation.statuses.includes(status.toString())
        ? operation.faultsOf(status, body).map((fault) => asked + fault)
        : [`${asked}status ${status}`]
    })
    expect(faults.filter((fault) => !recorded.some(([pattern]) => pattern.test(fault)))).toEqual([])
    expect(recorded.filter(([pattern]) => !faults.some((fault) => pattern.test(fault)))).toEqual([])
  })

  it('follows a request that is as the files describe it', async () => {
    await using azure = await startedAzure()
    const faults: string[] = []
    await sweep(azure, (method, path, body) => {
      faults.push(
        ...(operationOf(method, path)?.requestFaultsOf(body) ?? []).map((fault) => `${method} ${path}: ${fault}`),
      )
      return body
    })
    expect(faults.filter((fault) => !recorded.some(([pattern]) => pattern.test(fault)))).toEqual([])
  })

  it.each([
    [
      'a property that no file has',
      { architecture: 'x64', architectures: ['x64'] },
      'must NOT have additional properties',
    ],
    ['a value that no file has', { architecture: 'arm64' }, 'must be equal to one of the allowed values'],
    ['a plan without its own type', { purchasePlan: 'hardened' }, 'must be object'],
  ])('is refused by the facts for %s', (_, properties, words) => {
    const path = `/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/g/images/i`
    const identifier = { publisher: 'contoso', offer: 'sweep', sku: 'one' }
    const body = {
      location: 'westus',
      properties: { osType: 'Linux', osState: 'Generalized', identifier, ...properties },
    }
    expect(operationOf('PUT', path)?.requestFaultsOf(body).join()).toContain(words)
  })

  it('has nothing that a client wrote where the files say read-only', async () => {
    await using azure = await startedAzure()
    let marked = 0
    const withMarks = (method: string, path: string, body: Json) => {
      const written = operationOf(method, path)?.marked(body, 'written by a client') ?? body
      if (JSON.stringify(written) !== JSON.stringify(body)) marked += 1
      return written
    }
    const exchanged = await sweep(azure, withMarks)
    expect(
      exchanged.filter(({ answer }) => answer.status >= 400).map(({ path, answer }) => [path, answer.text]),
    ).toEqual([])
    const kept = exchanged.flatMap(({ method, path, answer: { status, text } }) =>
      // recorded: during an operation, the response is the request as it was sent
      [...(status === 202 ? '' : text).matchAll(/"(\w+)": "written by a client"/g)].map(
        ([, name]) => `${method} ${path}: ${name}`,
      ),
    )
    expect(kept).toEqual([])
    expect(marked).toBeGreaterThan(10)
  })
})
