import type { LinkReport, Subscription } from '@portal/portal-api'
import { ClaimsChallenge } from '../auth/claims-challenge.ts'
import { ArmRefusal, NoClearAnswer } from '../azure/arm/arm-reply.ts'
import type { Azure } from '../azure/arm/clients.ts'
import { listSubscriptions } from '../azure/subscriptions/subscriptions.ts'
import { ServiceNotAnswering } from '../outages/service-not-answering.ts'
import { entraFinding } from './entra-findings.ts'
import { aheadOf } from './http-answer.ts'
import { failed, linkReport, ok, warning, type LinkOutcome } from './link-report.ts'

export interface ArmLink {
  report: LinkReport
  subscriptions: Subscription[]
  /** how far Azure's clock is ahead of ours, in milliseconds; undefined if it did not answer */
  aheadMs: number | undefined
}

/** Whether Azure Resource Manager accepts the user's token, and which subscriptions it returns. */
export async function armLink(azure: Azure, tenantId: string, onFailure: (error: unknown) => void): Promise<ArmLink> {
  let subscriptions: Subscription[] = []
  let aheadMs: number | undefined
  const report = await linkReport('resourceManager', async () => {
    try {
      subscriptions = await listSubscriptions(azure, tenantId)
      aheadMs = aheadOf(azure.now(), Date.now())
      const facts = [{ name: 'subscriptions', value: String(subscriptions.length) }]
      return subscriptions.length === 0 ? warning('NoSubscriptions', facts) : ok(facts)
    } catch (error) {
      onFailure(error)
      return armFailure(error)
    }
  })
  return { report, subscriptions, aheadMs }
}

/** What an error of a call to ARM means for its link. */
export function armFailure(error: unknown): LinkOutcome {
  if (error instanceof NoClearAnswer) {
    const status = error.status === undefined ? [] : [{ name: 'status', value: String(error.status) }]
    return failed('ArmUnreachable', [{ name: 'error', value: error.reason }, ...status])
  }
  if (error instanceof ServiceNotAnswering) return failed('ArmUnreachable', [{ name: 'error', value: 'timeout' }])
  if (error instanceof ArmRefusal) {
    const facts = [
      { name: 'status', value: String(error.status) },
      { name: 'code', value: error.arm.code },
    ]
    if (error.status === 401) return failed('ArmRefusesToken', facts)
    return error.status === 429 ? warning('ArmBusy', facts) : failed('ArmForbids', facts)
  }
  if (error instanceof ClaimsChallenge) return failed('MoreProofNeeded')
  const entra = entraFinding(error)
  return entra === undefined ? failed('Unexpected') : failed(entra.finding, entra.facts)
}
