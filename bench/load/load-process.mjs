import { forked } from '../forked.mjs'

/**
 * Starts the portal and a simulator for it, each in a separate process.
 * @param {{ moreSets?: number, versionsUnderWay?: number }} options what that Azure has besides Contoso's resources
 * @returns {Promise<{ url: string, tokens: string[], figures: () => Promise<ReturnType<
 *   ReturnType<typeof import('./process-figures.mjs').processFigures>>>, azure: () => Promise<{ requests: number,
 *   tokens: string[] }>,
 *   stop: () => Promise<void> }>} figures of the portal's process alone
 */
export async function startLoadProcess({ moreSets = 0, versionsUnderWay = 0 } = {}) {
  return startOn(await forked('load/load-azure.mjs', { SETS: String(moreSets), CREATING: String(versionsUnderWay) }))
}

/**
 * Starts the portal for a soak, and a simulator whose services misbehave as it is told: see `soak-azure.mjs`.
 * @param {{ users: number }} options
 */
export async function startSoak({ users }) {
  return startOn(await forked('load/soak-azure.mjs', { USERS: String(users) }))
}

async function startOn(azure) {
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
