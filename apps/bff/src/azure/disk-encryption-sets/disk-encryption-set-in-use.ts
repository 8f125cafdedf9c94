import { Refusal, type Answer } from '../../refusals/refusal.ts'

/** A set to be deleted still encrypts something, or an image version names it. */
export class DiskEncryptionSetInUse extends Refusal {
  readonly code = 'DiskEncryptionSetInUse'
  constructor() {
    super('The disk encryption set is in use')
    this.name = 'DiskEncryptionSetInUse'
  }

  answer(): Answer {
    return { status: 409, code: this.code }
  }
}
