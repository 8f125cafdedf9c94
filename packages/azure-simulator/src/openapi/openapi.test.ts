import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { startedAzure } from '../testing.ts'
import { officialOperations } from './official-operations.ts'
import { sweep } from './sweep.ts'

const folder =
  process.env['AZURE_OPENAPI_FOLDER'] ?? fileURLToPath(new URL('../../../../../shared/arm/swagger', import.meta.url))
const isAtHand = existsSync(folder)

// Where the real service does otherwise than its own files say, and how we know.
const recorded: [RegExp, string][] = [
  [/^GET \/subscriptions: .*"nextLink"/, 'absent on the last page, though the file requires it: recorded'],
  [/^GET \/subscriptions: .*"count"/, 'there in every recording'],
  [/vmSize must be equal to one of/, 'the file lists the sizes of 2020 and says that there will be others'],
  [/ResourceGraph\/resources: \/data must be object/, 'a list for `objectArray`: the examples of the same files'],
]

describe('every answer of the simulator', () => {
  it(`is JSON or nothing, and no refusal${isAtHand ? '' : ` (no OpenAPI files in ${folder} to hold it against)`}`, async () => {
    await using azure = await startedAzure()
    const failed = (await sweep(azure)).filter(({ answer }) => answer.status >= 400)
    expect(failed.map(({ method, path, answer }) => [method, path, answer.status, answer.text])).toEqual([])
  })

  // No test at all where there is nothing to hold the answers against.
  it.each(isAtHand ? [folder] : [])("is what Azure's OpenAPI files in %s say", async (at) => {
    await using azure = await startedAzure()
    const official = officialOperations(at)
    const held = (await sweep(azure)).flatMap(({ method, path, answer }) => {
      const [pathname = ''] = path.split('?')
      const operation = official.find((one) => one.method === method && one.path.test(pathname))
      return operation ? [{ asked: `${method} ${pathname}: `, operation, answer }] : []
    })
    expect(held.length).toBeGreaterThan(60)
    const faults = held.flatMap(({ asked, operation, answer: { status, body } }) =>
      operation.statuses.includes(status.toString())
        ? operation.faultsOf(status, body).map((fault) => asked + fault)
        : [`${asked}status ${status}`],
    )
    expect(faults.filter((fault) => !recorded.some(([pattern]) => pattern.test(fault)))).toEqual([])
    expect(recorded.filter(([pattern]) => !faults.some((fault) => pattern.test(fault)))).toEqual([])
  })
})
