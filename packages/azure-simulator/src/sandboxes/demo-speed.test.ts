import { expect, it } from 'vitest'
import { isSystemClock } from '../clock/clock.ts'
import { startAzureSimulator } from '../simulator.ts'
import { aSet, aVersion, aVisitor, computeOf } from '../testing/sandboxes.ts'

it('a version reaches all its regions in 15 to 40 seconds of the viewer, in Azure’s proportions', async () => {
  const simulator = await startAzureSimulator({ sandboxes: {} })
  try {
    const ada = await aVisitor(simulator)
    const tenant = simulator.tenants.get(ada.tenantId)
    const clock = tenant?.clock
    if (clock === undefined || !isSystemClock(clock)) throw new Error('A sandbox has a clock that goes by itself')
    const seconds = (change: { startedAt: number; endsAt: number } | undefined) =>
      change ? (change.endsAt - change.startedAt) / clock.rate / 1000 : Number.NaN

    for (const regions of [['westus'], ['westus', 'eastus2'], ['westus', 'eastus2', 'westeurope', 'japaneast']]) {
      const { path } = aVersion(simulator, `9.0.${regions.length}`)
      const body = {
        location: 'westus',
        properties: {
          publishingProfile: { targetRegions: regions.map((name) => ({ name })) },
          storageProfile: { source: { id: `${computeOf(simulator)}/images/myImage` } },
        },
      }
      expect((await ada.arm('PUT', path, body)).status).toBe(201)
      const taken = seconds(tenant?.store.get(path)?.change)
      expect(taken).toBeGreaterThanOrEqual(15)
      expect(taken).toBeLessThanOrEqual(40)
    }
    // A set is created in an instant there and here.
    const set = aSet(simulator, 'MySet')
    expect((await ada.arm('PUT', set.path, set.body)).status).toBe(202)
    expect(seconds(tenant?.store.get(set.path.replace(/\?.*/, ''))?.change)).toBeLessThan(1)
  } finally {
    await simulator.close()
  }
})
