import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startedFuzzing, type Fuzz, type Fuzzing } from './fuzz.ts'
import { storedSeeds } from './stored-cases.ts'

const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed)

describe('whatever is sent, the simulator reads or refuses it', () => {
  let fuzzing: Fuzzing
  beforeAll(async () => {
    fuzzing = await startedFuzzing()
  })
  afterAll(() => fuzzing[Symbol.asyncDispose]())

  async function failures(one: Fuzz, tried: number[]): Promise<string[]> {
    const found: string[] = []
    for (const seed of tried)
      try {
        await one(seed)
      } catch (error) {
        found.push(`seed ${seed}: ${error instanceof Error ? error.message.slice(0, 300) : String(error)}`)
      }
    return found
  }

  it.each([
    ['body', 3_000],
    ['template', 40],
    ['query', 300],
    ['operations', 2_000],
  ] as const)('%s', async (target, count) => {
    expect(await failures(fuzzing.fuzz[target], [...storedSeeds[target], ...seeds(count)])).toEqual([])
  })
})
