import { waitingOfNeighbour } from '../packages/azure-simulator/src/testing/bombs/neighbour.ts'

/**
 * The response times of a demo visitor while others send every request that is known to have blocked it and a thousand
 * random ones, four at once. All in one process; compared with the same visitor alone.
 * @param {{ generated?: number }} options
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function neighbour({ generated = 1000 } = {}) {
  const { median, longest, alone } = await waitingOfNeighbour({ generated })
  const measure = (name, ours, most) => ({
    name: `neighbour of bombs: ${name}`,
    unit: 'ms',
    floor: alone,
    ours,
    goal: { most },
  })
  return [measure('median', median, 250), measure('longest', longest, 1000)]
}
