import { waitingOfNeighbour } from '../packages/azure-simulator/src/testing-support/bombs/neighbour.ts'

/**
 * What a visitor of the demonstration waits for, while others send every request that is known to have stalled it and a
 * thousand made by chance, four at once. All in one process; beside what the same visitor waits for alone.
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
