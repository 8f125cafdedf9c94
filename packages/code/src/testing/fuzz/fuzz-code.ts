import { RefusedCharacter } from '@portal/arm'
import { publicCloud } from '@portal/disk-encryption/testing'
import { imageVersionPlan } from '@portal/image-version'
import { anInventory } from '@portal/image-version/testing'
import * as fc from 'fast-check'
import { exporters } from '../../exporters/exporters.ts'
import { importPlan } from '../../importers/importers.ts'
import { aCompletePlan } from '../complete-plans.ts'
import { parsedHcl } from '../hcl.ts'

const noContext = { subscriptionId: '', resourceGroupName: '' }
const context = { cloud: publicCloud, inventory: anInventory() }
const piece = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom(...Array.from('\'"`\\${}()[]<>@#%=,;|&\n‘’“”—'), '/*', '<<E\n'),
)

/** The plan of a seed, with tags of any characters. */
function planOf(seed: number) {
  const tags = fc.uniqueArray(fc.record({ name: fc.string({ minLength: 1 }), value: fc.string() }), {
    selector: ({ name }) => name,
    maxLength: 5,
  })
  const [sample] = fc.sample(fc.tuple(aCompletePlan, tags), { seed, numRuns: 1 })
  if (sample === undefined) throw new Error('No plan')
  return { ...sample[0], tags: sample[1] }
}

function parseHcl(text: string): unknown {
  try {
    return parsedHcl(text)
  } catch {
    return undefined
  }
}

/** A plan of a seed is exported in every language, or rejected for a character; throws for any other error. */
export function fuzzExports(seed: number): void {
  for (const text of textsOf(seed)) importPlan(text, parseHcl, noContext)
}

/**
 * Exported code with random insertions or cuts is read without an error, and any plan in it is valid; otherwise throws.
 */
export function fuzzImports(seed: number): void {
  for (const text of textsOf(seed)) {
    const [damage] = fc.sample(fc.tuple(fc.nat(text.length), fc.nat(40), fc.array(piece, { maxLength: 6 })), {
      seed,
      numRuns: 1,
    })
    const [at, cut, put] = damage ?? [0, 0, []]
    const { plan } = importPlan(text.slice(0, at) + put.join('') + text.slice(at + cut), parseHcl, noContext)
    if (plan !== null && !imageVersionPlan.safeParse(plan).success) throw new Error(`No plan: ${JSON.stringify(plan)}`)
  }
}

function textsOf(seed: number): string[] {
  const plan = planOf(seed)
  return Object.values(exporters).flatMap(({ exportCode }) => {
    try {
      return [exportCode(plan, context).text]
    } catch (error) {
      if (error instanceof RefusedCharacter) return []
      throw error
    }
  })
}
