import { exporters } from '@portal/code'
import { publicCloud } from '@portal/disk-encryption/testing'
import { anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import { median } from './table.mjs'

const regions = 60
const luns = 64
const rounds = 7

/** A plan of 60 regions and 65 disks, all set: 3,900 cells. */
function largestPlan() {
  const sets = Object.fromEntries([['os', 'Set'], ...Array.from({ length: luns }, (_, lun) => [lun, `Set${lun}`])])
  return aPlan({
    targetRegions: Array.from({ length: regions }, (_, index) => customerManaged(`region${index}`, sets)),
  })
}

/**
 * How long each language needs to write the largest plan, here in Node.
 * @returns {import('./table.mjs').Measure[]}
 */
export function codeOut() {
  const plan = largestPlan()
  const context = { cloud: publicCloud, inventory: anInventory() }
  return Object.entries(exporters).map(([language, { exportCode }]) => {
    const samples = Array.from({ length: rounds }, () => {
      const started = performance.now()
      exportCode(plan, context)
      return performance.now() - started
    })
    return { name: `code 60 x 65: ${language}`, unit: 'ms', ours: median(samples), goal: { most: 100 } }
  })
}
