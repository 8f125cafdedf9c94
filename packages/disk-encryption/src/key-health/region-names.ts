import { regionDisplayName, type WithRegions } from '../regions.ts'
import type { Finding } from './finding.ts'

const regions = ['vaultRegion', 'setRegion', 'region']

/** The facts of a finding with display names of regions instead of the short ones. */
export function withRegionNames(params: Finding['params'], inventory: WithRegions): Finding['params'] {
  const named = Object.entries(params).map(([name, value]): [string, string | number] => [
    name,
    regions.includes(name) ? regionDisplayName(inventory, String(value)) : value,
  ])
  return Object.fromEntries(named)
}
