import { forked } from '../forked.mjs'

/**
 * Starts the portal and a simulator for it, each in a separate process.
 * @param {{ moreSets?: number, versionsUnderWay?: number, faultsPerSecond?: number }} options what that Azure has
 * besides
 *   Contoso's resources, and how many of its responses fail
 * @returns {Promise<{ url: string, tokens: string[], figures: () => Promise<ReturnType<
 *   ReturnType<typeof import('./process-figures.mjs').processFigures>>>, azure: () => Promise<{ requests: number,
 *   tokens: string[] }>,
 *   stop: () => Promise<void> }>} figures of the portal's process alone
 */
export async function startLoadProcess({ moreSets = 0, versionsUnderWay = 0, faultsPerSecond = 0 } = {}) {
  const azure = await forked('load/load-azure.mjs', {
    SETS: String(moreSets),
    CREATING: String(versionsUnderWay),
    FAULTS: String(faultsPerSecond),
  })
  const { simulator, tokens } = azure.ready
  const portal = await forked('load/load-server.mjs', { SIMULATOR: JSON.stringify(simulator) })
  return {
    url: portal.ready.url,
    tokens,
    figures: portal.ask,
    azure: azure.ask,
    async stop() {
      await portal.stop()
      await azure.stop()
    },
  }
}
