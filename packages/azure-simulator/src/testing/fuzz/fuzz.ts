import { servedOperations } from '../../arm/app.ts'
import { lenientJson } from '../../arm/gateway/lenient-json.ts'
import { spentInAll } from '../../budget/work-budget.ts'
import { textAt } from '../../json.ts'
import { startedAzure, type Arm, type StartedAzure } from '../azure.ts'
import { randomBody } from './random-body.ts'
import { randomOperation } from './random-operation.ts'
import { randomQuery } from './random-query.ts'
import { randomTemplate } from './random-template.ts'

// The limit of one request, including the advance of its tenant's deployments to their time.
const mostSteps = 6_000_000
// A busy machine needs a second or two.
const longest = 10_000

/** Tests one case of a seed; rejects if the simulator failed, or worked longer than one request can. */
export type Fuzz = (seed: number) => void | Promise<void>

/** A body is parsed, or rejected as invalid JSON; what JSON.parse accepts gives the same value. */
function fuzzBody(seed: number): void {
  const text = randomBody(seed)
  const [lenient, strict] = [outcomeOf(() => lenientJson(text)), outcomeOf(() => JSON.parse(text))]
  if (strict.error === undefined && JSON.stringify(lenient.value) !== JSON.stringify(strict.value))
    throw new Error(`JSON is read as something else: ${text}`)
  if (lenient.error !== undefined && !(lenient.error instanceof SyntaxError))
    throw new Error(`A body ended otherwise than refused: ${text}`, { cause: lenient.error })
}

/** What is fuzzed here; `operations`: those of ARM except deployments and queries, which have their own fuzzers. */
const fuzzTargets = ['body', 'template', 'query', 'operations'] as const
export type FuzzTarget = (typeof fuzzTargets)[number]

/** Running fuzzers, until they are disposed of. */
export interface Fuzzing extends AsyncDisposable {
  fuzz: Record<FuzzTarget, Fuzz>
}

/** Starts an Azure to be fuzzed, in this process: its tokens do not expire, and it has no throttling. */
export async function startedFuzzing(): Promise<Fuzzing> {
  const now = Date.now()
  const azure = await startedAzure({ throttling: 'off', entraNow: () => now })
  const arm = await azure.asOwner()
  return { fuzz: { body: fuzzBody, ...fuzzersOf(azure, arm) }, [Symbol.asyncDispose]: () => azure.simulator.close() }
}

function fuzzersOf(azure: StartedAzure, arm: Arm): Record<Exclude<FuzzTarget, 'body'>, Fuzz> {
  const group = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup`
  const { store } = azure.simulator.world
  const atFirst = store.snapshot()
  const before = new Set(store.list(group).map(({ id }) => id))
  const operations = servedOperations.filter(({ path }) => !/deployments|ResourceGraph/.test(path))
  return {
    async template(seed) {
      const id = `${group}/providers/Microsoft.Resources/deployments/fuzz-${seed}`
      const properties = { mode: 'Incremental', template: randomTemplate(seed) }
      const made = await bounded(arm, ['PUT', id, { properties }])
      await bounded(arm, ['POST', `${id}/validate`, { properties }])
      if (made !== 201 && made !== 200) return
      for (let round = 0, state = 'Running'; state === 'Running'; round += 1) {
        if (round > 200) throw new Error('The deployment does not end')
        azure.clock.advance(600_000)
        await bounded(arm, ['GET', id])
        state = textAt((await arm('GET', id)).body, 'properties', 'provisioningState') ?? ''
      }
      // The next case finds the group in the same state as this one.
      for (const left of store.list(group)) if (!before.has(left.id)) store.remove(left.id)
    },
    async query(seed) {
      await bounded(arm, ['POST', '/providers/Microsoft.ResourceGraph/resources', { query: randomQuery(seed) }])
    },
    async operations(seed) {
      const [method, path, body] = randomOperation(seed, operations, atFirst)
      const status = await bounded(arm, [method, path, body])
      if (method === 'GET' || method === 'HEAD' || status >= 400) return
      // What was started ends, is read, and then everything is reset.
      azure.clock.advance(3_600_000)
      await bounded(arm, ['GET', path])
      await bounded(arm, ['POST', '/simulator/world/reset', {}])
    },
  }
}

async function bounded(arm: Arm, request: Parameters<Arm>): Promise<number> {
  const before = spentInAll()
  const began = performance.now()
  const { status, text, body } = await arm(...request)
  if (performance.now() - began > longest) throw new Error(`${request[0]} ${request[1]} took longer than ${longest} ms`)
  const spent = spentInAll() - before
  if (status >= 500) throw new Error(`${request[0]} ${request[1]} failed: ${status} ${text}`)
  // Node itself rejects more than 16 kB of headers, including the path.
  if (status >= 400 && status !== 431 && request[0] !== 'HEAD' && textAt(body, 'error', 'code') === undefined)
    throw new Error(`${request[0]} ${request[1]} was refused without a code: ${status} ${text}`)
  if (/\n +at |node_modules|\.[cm]?[jt]s:\d/.test(text))
    throw new Error(`${request[0]} ${request[1]} shows code: ${text}`)
  if (spent > mostSteps) throw new Error(`${request[0]} ${request[1]} took ${Math.round(spent)} steps`)
  return status
}

function outcomeOf(read: () => unknown): { value?: unknown; error?: unknown } {
  try {
    return { value: read() }
  } catch (error) {
    return { error }
  }
}
