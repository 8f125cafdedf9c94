import type { ArmErrorDetail } from '@portal/arm'
import type { JsonObject } from './json.ts'

/** One resource of a deployment: its part of the template, and its progress. */
export interface DeploymentStep {
  /** of its deployment operation */
  operationId: string
  id: string
  type: string
  name: string
  apiVersion: string
  /** as in the template, expressions and all */
  source: JsonObject
  /** the current index of the loops, for expressions */
  copyIndexes: Record<string, number>
  /** IDs of the template's resources that it depends on */
  dependsOn: string[]
  /** milliseconds of the clock; absent: it waits */
  startedAt?: number
  /** absent once started: it lasts as long as its deployment */
  endsAt?: number
  /** ARM's word for the status of the response: `Created`, `Conflict` */
  statusCode?: string
  failure?: ArmErrorDetail
}

/** One write of a deployment by a client. */
export interface DeploymentWrite {
  caller: { objectId: string; name: string }
  correlationId: string
  /** milliseconds of the clock */
  at: number
}

/** A running or finished deployment: plain data, from which its state at any time follows. */
export interface DeploymentRun {
  template: JsonObject
  /** values of the parameters; secure ones only while it is running */
  values: JsonObject
  /** the caller for whom the resources are created */
  caller: { objectId: string; name: string }
  apiVersion: string
  correlationId: string
  /** milliseconds of the clock */
  startedAt: number
  /** who wrote it before, for the activity log; the latest last */
  earlierWrites?: DeploymentWrite[]
  steps: DeploymentStep[]
  /** of one inside others: the outermost, and how many are around it */
  lineage?: { root: string; level: number }
  canceledAt?: number
  /** absent while it is running */
  endedAt?: number
  failure?: ArmErrorDetail
}
