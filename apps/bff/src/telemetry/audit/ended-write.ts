import type { ProblemCode } from '@portal/portal-api'
import type { SentWrite } from './sent-write.ts'

/** The outcome of a write. `unknown`: Azure gave no clear response, and the result could not be read. */
export type WriteOutcome = 'accepted' | 'refused' | 'unknown'

/** What is logged of a finished write. */
export interface EndedWrite {
  correlationId: string
  /** the one that the sender chose, if any */
  clientCorrelationId: string | undefined
  tid: string
  oid: string
  method: string
  route: string
  outcome: WriteOutcome
  resource: Record<string, string>
  fields: string[]
  setsAsked: Record<string, string>
  /** as Azure had them before, if the portal read them */
  setsBefore?: Record<string, string>
  problem?: ProblemCode
  /** the writes that were sent to Azure for it, with what each one wrote and Azure's own IDs */
  azure: (SentWrite & {
    method: string
    status: number | undefined
    requestId: string | undefined
    correlationId: string | undefined
  })[]
}
