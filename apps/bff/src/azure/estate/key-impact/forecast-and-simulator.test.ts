import { forecastKeyImpact, type KeyImpactFacts, vaultHostOf } from '@portal/disk-encryption'
import { getKeyImpact } from '@portal/portal-api'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { keyWorldPlan } from '../../../testing/key-world-plan.ts'
import { azureAsProgram } from '../../../testing/key-worlds/azure-as-program.ts'
import { expectedEffects } from '../../../testing/key-worlds/expected-effects.ts'
import { cause, firstKey, outages, impactEventOf, type Outage } from '../../../testing/key-worlds/key-outage.ts'
import type { KeyWorld } from '../../../testing/key-worlds/key-world-resources.ts'
import { worldOf } from '../../../testing/key-worlds/key-world.ts'
import { seenEffects } from '../../../testing/key-worlds/seen-effects.ts'
import { startTestPortal } from '../../../testing/portal.ts'

// The forecast knows documentation only, and the simulator its own rules: neither can see the other's. Random worlds,
// many in one simulator, are read as the page reads them. Then each thing really happens to them. The same worlds in
// every run; KEY_WORLDS=1000 for more of them.

const worlds = Number(process.env['KEY_WORLDS'] ?? '100')
const worldsOfBatch = 10
const batches = Array.from({ length: Math.ceil(worlds / worldsOfBatch) }, (_, batch) => batch)
const minutes = 60_000

it.each(batches)(
  'a forecast is what then happens, in batch %i of random worlds',
  { timeout: 180_000 },
  async (batch) => {
    const plans = fc.sample(keyWorldPlan, { seed: batch, numRuns: worldsOfBatch })
    const { world, keyWorlds } = worldOf(plans, Date.parse('2026-11-24T10:00:00Z'))
    const portal = await startTestPortal({ world })
    const asAda = await portal.as('ada@contoso.example')
    const read = async (asked: Record<string, string>) =>
      getKeyImpact.response.parse((await asAda.get(getKeyImpact.path, asked)).body).facts
    const ofKeys: KeyImpactFacts[] = []
    const ofVaults: KeyImpactFacts[] = []
    for (const keyWorld of keyWorlds) {
      const keyUrl = firstKey(keyWorld)
      const [first] = keyWorld.plan.sets
      const ofKey = await read({ keyUrl })
      ofKeys.push(ofKey)
      // In a vault without other keys that are used, it is the same.
      const others = keyWorld.plan.sets.some(({ region, key }) => region === first?.region && key !== first.key)
      ofVaults.push(others ? await read({ vaultHost: vaultHostOf(keyUrl) }) : ofKey)
    }
    for (const outage of Object.keys(outages) as Outage[]) {
      const seen = await effectsOf(portal, keyWorlds, outage)
      const wrong = keyWorlds.flatMap((keyWorld, at) => {
        const known = (outage === 'vaultClosed' ? ofVaults : ofKeys)[at]
        if (known === undefined) return ['not read']
        const expected = expectedEffects(forecastKeyImpact(known, impactEventOf(keyWorld, outage)), keyWorld)
        return [...expected]
          .filter(([name, works]) => seen[at]?.get(name) !== works)
          .map(([name, works]) => `${outage} in ${at}: ${name} is ${seen[at]?.get(name)}, and not ${works}`)
      })
      expect(wrong).toEqual([])
      portal.azure.world.store.reset()
      portal.azure.world.keyLosses.clear()
    }
    await portal.close()
  },
)

/** What each world shows once the same has happened in all of them. */
async function effectsOf(
  { azure, clock }: Awaited<ReturnType<typeof startTestPortal>>,
  keyWorlds: readonly KeyWorld[],
  outage: Outage,
) {
  const before = await azureAsProgram(azure)
  for (const keyWorld of keyWorlds) await cause(before, keyWorld, { outage, now: clock.now() })
  before.close()
  clock.advance(outages[outage] + minutes)
  const after = await azureAsProgram(azure)
  const seen = await Promise.all(keyWorlds.map((keyWorld) => seenEffects(after, keyWorld)))
  clock.advance(30 * minutes)
  await Promise.all(seen.map(({ later }) => later()))
  after.close()
  return seen.map(({ effects }) => effects)
}
