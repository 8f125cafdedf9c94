/** A set that is to be deleted still encrypts something, or an image version names it. */
export class DiskEncryptionSetInUse extends Error {
  readonly code = 'DiskEncryptionSetInUse'
  constructor() {
    super('The disk encryption set is in use')
    this.name = 'DiskEncryptionSetInUse'
  }
}
