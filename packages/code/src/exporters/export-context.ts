import type { AzureCloud } from '@portal/arm'
import type { Inventory } from '@portal/image-version'

/** What a plan is written as code with. */
export interface ExportContext {
  /** where the code will run */
  cloud: AzureCloud
  /** has the disks of the source; without it, only the disks in the plan are known */
  inventory?: Inventory | undefined
}
