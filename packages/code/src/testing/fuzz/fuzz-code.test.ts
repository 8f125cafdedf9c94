import { expect, it } from 'vitest'
import { fuzzExports, fuzzImports } from './fuzz-code.ts'
import { storedSeeds } from './stored-seeds.ts'

const fuzz = { exports: fuzzExports, imports: fuzzImports }
const seeds = Array.from({ length: 10 }, (_, index) => index + 1)

it.each(['exports', 'imports'] as const)('%s of ten seeds, and those kept, end without an error', (target) => {
  const kept = storedSeeds.filter((found) => found.target === target).map(({ seed }) => seed)
  for (const seed of [...seeds, ...kept]) expect(() => fuzz[target](seed), `seed ${seed}`).not.toThrow()
})
