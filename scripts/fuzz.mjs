// npm run fuzz -- TARGET MINUTES: sends random requests, one seed after the other, until the time is up or one gets a
// wrong answer. Starts at a new seed, or at --from, to repeat a case.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const ofSimulator = 'packages/azure-simulator/src/testing/fuzz/stored-cases.ts'
/** Where the seeds of a target are kept. */
export const seedFiles = {
  body: ofSimulator,
  template: ofSimulator,
  query: ofSimulator,
  operations: ofSimulator,
  endpoints: 'apps/bff/src/testing/fuzz/stored-seeds.ts',
  exports: 'packages/code/src/testing/fuzz/stored-seeds.ts',
  imports: 'packages/code/src/testing/fuzz/stored-seeds.ts',
}
const usage = `npm run fuzz -- TARGET MINUTES [--from SEED]\n  TARGET: ${Object.keys(seedFiles).join(', ')}; MINUTES: up to 240`

/**
 * @param {string[]} args TARGET MINUTES [--from SEED]
 * @returns {{ target: keyof typeof seedFiles, minutes: number, from: number } | undefined} undefined: not understood
 */
export function fuzzingAsked(args) {
  const { values, positionals } = parseArgs({ args, options: { from: { type: 'string' } }, allowPositionals: true })
  const [target = '', minutes = ''] = positionals
  const asked = { target, minutes: Number(minutes), from: Number(values.from ?? Date.now() % 2 ** 31) }
  const isUnderstood =
    positionals.length === 2 && Object.hasOwn(seedFiles, target) && asked.minutes > 0 && asked.minutes <= 240
  return isUnderstood && Number.isSafeInteger(asked.from) && asked.from >= 0 ? asked : undefined
}

/**
 * Tries seed after seed until the time is up, or one fails.
 * @param {(seed: number) => void | Promise<void>} tried
 * @param {{ from: number, until: number }} bounds `until`: of performance.now()
 * @returns {Promise<{ count: number, found?: { seed: number, why: string } }>}
 */
export async function fuzzed(tried, { from, until }) {
  let count = 0
  for (; performance.now() < until; count += 1) {
    const seed = from + count
    try {
      await tried(seed)
    } catch (error) {
      return { count, found: { seed, why: error instanceof Error ? error.message : String(error) } }
    }
  }
  return { count }
}

async function started(target) {
  if (target === 'exports' || target === 'imports') {
    const { fuzzExports, fuzzImports } = await import('../packages/code/src/testing/fuzz/fuzz-code.ts')
    const tried = target === 'exports' ? fuzzExports : fuzzImports
    return { tried, fuzzing: { [Symbol.asyncDispose]: () => Promise.resolve() } }
  }
  if (target !== 'endpoints') {
    const { startedFuzzing } = await import('../packages/azure-simulator/src/testing/fuzz/fuzz.ts')
    const fuzzing = await startedFuzzing()
    return { tried: fuzzing.fuzz[target], fuzzing }
  }
  const { startedFuzzingEndpoints } = await import('../apps/bff/src/testing/fuzz/fuzz-endpoints.ts')
  const fuzzing = await startedFuzzingEndpoints()
  return { tried: fuzzing.endpoints, fuzzing }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = fuzzingAsked(process.argv.slice(2))
  if (asked === undefined) {
    console.error(usage)
    process.exit(1)
  }
  const { target, minutes, from } = asked
  const { tried, fuzzing } = await started(target)
  const { count, found } = await fuzzed(tried, { from, until: performance.now() + minutes * 60_000 })
  await fuzzing[Symbol.asyncDispose]()
  console.log(`${target}: ${count} cases, from seed ${from}, were answered as they should be`)
  if (found) {
    console.error(`Seed ${found.seed} was not: ${found.why.slice(0, 4_000)}`)
    console.error(`See it again: npm run fuzz -- ${target} 1 --from ${found.seed}`)
    console.error(
      `Keep it: add ${found.seed} to ${seedFiles[target]}, with what was wrong; npm test then tries it at each run`,
    )
    process.exitCode = 1
  }
}
