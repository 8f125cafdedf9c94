import type { Issue } from '@portal/image-version'
import type { Difference } from '@portal/portal-api'
import type { DecodedError } from '@portal/version-rules'
import { azureOf, Refusal, PlainRefusal, type Answer } from '../../refusals/refusal.ts'
import type { ArmRefusal } from './arm-reply.ts'

/** The rules refuse the plan, on facts that are fresh. */
export class PlanRejected extends Refusal {
  readonly code = 'PlanRejected'
  readonly issues: Issue[]
  constructor(issues: Issue[]) {
    super(`The plan has ${issues.length} issues`)
    this.name = 'PlanRejected'
    this.issues = issues
  }

  answer(): Answer {
    return { status: 422, code: this.code, issues: this.issues }
  }
}

/** Azure refused the plan with `refusal`; `decoded` is its meaning. */
export class RefusedPlan extends Refusal {
  readonly refusal: ArmRefusal
  readonly decoded: DecodedError[]
  constructor(refusal: ArmRefusal, decoded: DecodedError[]) {
    super(refusal.message, { cause: refusal })
    this.name = 'RefusedPlan'
    this.refusal = refusal
    this.decoded = decoded
  }

  answer(): Answer {
    return { ...this.refusal.answer(), decoded: this.decoded }
  }
}

/** Azure already has a different version with this name. */
export class ImageVersionExists extends Refusal {
  readonly code = 'ImageVersionExists'
  readonly differences: Difference[]
  constructor(differences: Difference[]) {
    super('Another version of that name exists')
    this.name = 'ImageVersionExists'
    this.differences = differences
  }

  answer(): Answer {
    return { status: 409, code: this.code, differences: this.differences }
  }
}

/** The version has changed since the change was made. */
export class ImageVersionChanged extends PlainRefusal {
  constructor() {
    super('The version was changed in the meantime', { code: 'ImageVersionChanged', status: 409 })
  }
}

/** Another operation on the resource is in progress; Azure's message is in `refusal`. */
export class ResourceBusy extends Refusal {
  readonly code = 'ResourceBusy'
  readonly refusal: ArmRefusal
  constructor(refusal: ArmRefusal) {
    super(refusal.message, { cause: refusal })
    this.name = 'ResourceBusy'
    this.refusal = refusal
  }

  answer(): Answer {
    return { status: 409, code: this.code, ...azureOf(this.refusal.arm) }
  }
}

/** The write got no clear response, and reading its result failed too. */
export class OutcomeUnknown extends PlainRefusal {
  constructor(options: ErrorOptions) {
    const event = { level: 'error', event: 'outcome-unknown' } as const
    super('Whether Azure took the write on is not known yet', { code: 'OutcomeUnknown', status: 502, event }, options)
  }

  override get leavesOutcomeOpen(): boolean {
    return true
  }
}

/** Azure already has a different resource with this name. */
export class ResourceExists extends PlainRefusal {
  constructor() {
    super('Another resource of that name exists', { code: 'ResourceExists', status: 409 })
  }
}
