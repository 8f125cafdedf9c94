import type { AzureCloud } from '@portal/arm'
import type { Inventory } from '../inventory.ts'

/** What a plan is written as code with. */
export interface ExportContext {
  /** where the code is to run */
  cloud: AzureCloud
  /** tells the disks of the source; without it only those are known that the plan lists */
  inventory?: Inventory | undefined
}
