import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../portal.ts'
import { faultOf, startedFuzzingEndpoints, type FuzzingEndpoints } from './fuzz-endpoints.ts'
import { hostsReached } from './hosts-reached.ts'
import { storedSeeds } from './stored-seeds.ts'

const cases = 2_000

describe('whatever is sent to an endpoint', () => {
  let fuzzing: FuzzingEndpoints
  beforeAll(async () => {
    fuzzing = await startedFuzzingEndpoints()
  })
  afterAll(() => fuzzing[Symbol.asyncDispose]())

  it('is answered by the server’s own rules, and leads to nobody but Azure', { timeout: 120_000 }, async () => {
    const found: string[] = []
    for (const seed of [...storedSeeds, ...Array.from({ length: cases }, (_, index) => index)])
      await fuzzing
        .endpoints(seed)
        .catch((error: unknown) =>
          found.push(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`),
        )
    expect(found).toEqual([])
  })
})

describe('an answer is faulty', () => {
  const problem = { type: 'about:blank', title: 'x', status: 400, code: 'InvalidRequest', correlationId: 'x' }
  const reply = (status: number, body: unknown, type = 'application/problem+json'): Reply => ({
    status,
    body,
    headers: new Headers({ 'content-type': type }),
    problem: () => {
      throw new Error('Not asked for')
    },
  })
  const none: ReadonlySet<string> = new Set()

  it.each([
    ['that failed', reply(500, { ...problem, status: 500, code: 'InternalError' }), 'failed with 500'],
    ['that has a stack', reply(200, { text: 'x\n    at f (y)' }), 'shows code'],
    ['that has a path', reply(200, { text: '/app/src/app.ts:12' }), 'shows code'],
    ['that asks for a sign-in', reply(401, { ...problem, status: 401, code: 'SignInRequired' }), 'new token'],
    ['that refuses without a problem', reply(400, 'No', 'text/html'), 'without a problem'],
    ['that refuses without a code', reply(400, { ...problem, code: undefined }), 'something else'],
  ])('%s', (_, answer, words) => {
    expect(faultOf(answer, [], none)).toContain(words)
  })

  it('for which another host was asked', () => {
    expect(faultOf(reply(200, {}), ['a:1'], new Set(['a:1', 'evil.example']))).toBe('had evil.example asked')
  })

  it('and not where it refuses with a problem', () => {
    expect(faultOf(reply(400, problem), ['a:1'], new Set(['a:1']))).toBeUndefined()
  })
})

it('every host that is asked is seen, by whatever asks it', async () => {
  const server = createServer((_request, response) => void response.end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  using reached = hostsReached()
  await fetch(`http://localhost:${port}/`).catch(() => undefined)
  await once(get(`http://127.0.0.1:${port}/`), 'response')
  server.close()
  expect([...reached.hosts]).toEqual([`localhost:${port}`, `127.0.0.1:${port}`])
})
