import type { Issue } from '@portal/image-version'
import type { Difference } from '@portal/portal-api'

/** The rules refuse the plan, on facts that are fresh. */
export class PlanRejected extends Error {
  readonly code = 'PlanRejected'
  readonly issues: Issue[]
  constructor(issues: Issue[]) {
    super(`The plan has ${issues.length} issues`)
    this.name = 'PlanRejected'
    this.issues = issues
  }
}

/** Azure has a version of that name already, and it is another one. */
export class ImageVersionExists extends Error {
  readonly code = 'ImageVersionExists'
  readonly differences: Difference[]
  constructor(differences: Difference[]) {
    super('Another version of that name exists')
    this.name = 'ImageVersionExists'
    this.differences = differences
  }
}

/** The write got no clear answer, and reading what became of it failed too. */
export class OutcomeUnknown extends Error {
  readonly code = 'OutcomeUnknown'
  constructor(options: ErrorOptions) {
    super('Whether Azure took the write on is not known yet', options)
    this.name = 'OutcomeUnknown'
  }
}
