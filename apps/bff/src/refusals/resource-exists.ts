import { Refusal, type Answer } from './refusal.ts'

/** Azure has a resource of that name already, and it is another one. */
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
