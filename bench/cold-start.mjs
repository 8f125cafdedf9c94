import { startDemoProcess } from './server-process.mjs'
import { median } from './table.mjs'

/**
 * From the start of the process of the portal with its simulator to the first 200.
 * @param {number} rounds
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function coldStart(rounds = 5) {
  const times = []
  for (let round = 0; round < rounds; round += 1) {
    const portal = await startDemoProcess()
    times.push(portal.ms)
    await portal.stop()
  }
  return [
    {
      name: 'cold start to ready, demo (portal and simulator)',
      unit: 'ms',
      ours: median(times),
      goal: { most: 3000 },
    },
  ]
}
