import type { ArmErrorDetail } from '@portal/arm'
import type { JsonObject } from './json.ts'

/**
 * The families of long-running operations: the three of Azure Compute, by the segment of their URLs, and that of
 * Microsoft.Network; each has its own manners.
 */
export type OperationFamily = 'capsOperations' | 'DiskOperations' | 'operations' | 'networkOperations'

/** Work that Azure has accepted. Its status is a function of these times and the clock. */
export interface Operation {
  id: string
  /** `whatIf`: the forecast of a deployment */
  family: OperationFamily | 'whatIf'
  subscriptionId: string
  startedAt: number
  endsAt: number
  failure?: ArmErrorDetail
  /** seconds to the next poll, as in its status */
  retryAfter?: number
  /** the resource that DiskOperations show once a PUT is done */
  outputId?: string
  /** what an action returns once it is done */
  output?: JsonObject
}
