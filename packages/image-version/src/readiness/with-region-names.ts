import { regionDisplayName } from '../regions.ts'
import type { Inventory } from '../inventory.ts'
import type { Finding } from './finding.ts'

/** The facts of a finding with the names of regions that people know, in place of the short ones. */
export function withRegionNames(params: Finding['params'], inventory: Inventory): Finding['params'] {
  const { vaultRegion, setRegion, region } = params
  const named = Object.entries({ vaultRegion, setRegion, region }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, regionDisplayName(inventory, String(value))]],
  )
  return { ...params, ...Object.fromEntries(named) }
}
