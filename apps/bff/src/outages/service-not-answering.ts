import type { AzureService } from '@portal/portal-api'
import { Refusal, type Answer } from '../refusals/refusal.ts'

/**
 * A service of Azure answers nobody for now, or gave no place in time. Nothing was sent to it: a write can be sent
 * again. `retryAt` (ms since 1970) if it is known when the next call goes out.
 */
export class ServiceNotAnswering extends Refusal {
  readonly service: AzureService
  readonly retryAt: number | undefined
  constructor(service: AzureService, retryAt?: number, options?: ErrorOptions) {
    super(`${service} does not answer`, options)
    this.name = 'ServiceNotAnswering'
    this.service = service
    this.retryAt = retryAt
  }

  answer(): Answer {
    return { status: 503, code: 'ServiceNotAnswering', service: this.service, retryAt: this.retryAt }
  }
}
