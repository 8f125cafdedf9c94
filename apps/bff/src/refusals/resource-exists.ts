import { Refusal, type Answer } from './refusal.ts'

/** Azure already has a different resource with this name. */
export class ResourceExists extends Refusal {
  readonly code = 'ResourceExists'
  constructor() {
    super('Another resource of that name exists')
    this.name = 'ResourceExists'
  }

  answer(): Answer {
    return { status: 409, code: this.code }
  }
}
