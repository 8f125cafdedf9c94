import { contoso } from '@portal/azure-simulator'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startModelledVersion, type ModelledVersion } from '../testing/modelled-version.ts'
import { versionCommands } from '../testing/version-commands.ts'

// Two users of the portal, other clients and time change one version in any order. In every case, the portal never
// drops or changes the encryption of a remaining region, nor what others have set on the version; and a change based on
// an outdated version has no effect. Azure is the strict one here: what an update omits is lost.

const runs = 150
const mostCommands = 20

let version: ModelledVersion

beforeAll(async () => {
  const world = contoso({ now: Date.parse('2026-11-24T10:00:00Z') })
  const ben = world.users.find(({ displayName }) => displayName.startsWith('Ben'))
  const production = world.subscriptions[0]
  if (ben === undefined || production === undefined) throw new Error('Contoso has changed')
  version = await startModelledVersion({
    ...world,
    losesEncryptionLeftOut: true,
    roleAssignments: [
      ...world.roleAssignments,
      { principalId: ben.id, role: 'Contributor', scope: `/subscriptions/${production.subscriptionId}` },
    ],
  })
})
afterAll(() => version.close())

it(
  'no order of updates, rollouts, repairs and other clients costs a version its keys',
  { timeout: 120_000 },
  async () => {
    const property = fc.asyncProperty(fc.commands(versionCommands, { maxCommands: mostCommands }), async (commands) => {
      await fc.asyncModelRun(() => version.reset(), commands)
    })
    // A failure prints the seed and the shortest sequence that fails.
    await fc.assert(property, { numRuns: runs, interruptAfterTimeLimit: 110_000, markInterruptAsFailure: true })
    for (const count of Object.values(version.acts)) expect(count).toBeGreaterThan(0)
  },
)
