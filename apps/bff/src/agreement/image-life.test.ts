import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { imageLifeCommands } from '../testing/image-life-commands.ts'
import {
  expectPreserved,
  expectLatest,
  startImageLives,
  type ImageLives,
  type LivesModel,
} from '../testing/image-lives.ts'

// Two people, other clients, lost answers and time act on all versions of a definition, in any order. In every case no
// encryption block is lost or changed, no version is created twice, latest of each region is what the page says, and no
// campaign touches an old version before the new one is replicated with the encryption that was asked for.

const asked = process.env['IMAGE_LIVES']
const runs = Number(asked ?? '25')
const mostCommands = 14

let lives: ImageLives
beforeAll(async () => {
  lives = await startImageLives()
})
afterAll(() => lives.close())

it(
  'no order of promotions, roll backs, revocations and campaigns costs a version its keys, or hides what is latest',
  { timeout: 200_000 + runs * 3000 },
  async () => {
    const property = fc.asyncProperty(
      fc.commands(imageLifeCommands, { maxCommands: mostCommands, size: 'max' }),
      async (commands) => {
        const start = lives.reset()
        await fc.asyncModelRun(() => start, commands)
        await expectSettled(start.model)
      },
    )
    // A failure prints the seed and the shortest sequence that fails.
    await fc.assert(property, {
      numRuns: runs,
      interruptAfterTimeLimit: 180_000 + runs * 3000,
      markInterruptAsFailure: true,
      // The same lives in every run of all tests; others on request.
      ...(asked === undefined && { seed: 20_261_129 }),
    })
    expect(Object.entries(lives.acts).filter(([, count]) => count === 0)).toEqual([])
  },
)

/** What is still running ends, and then the page is right as well. */
async function expectSettled(model: LivesModel): Promise<void> {
  await lives.elapse(3_600_000)
  expectPreserved(model, lives)
  await expectLatest(lives, 'Ada')
}
