/** Azure has a resource of that name already, and it is another one. */
export class ResourceExists extends Error {
  readonly code = 'ResourceExists'
  constructor() {
    super('Another resource of that name exists')
    this.name = 'ResourceExists'
  }
}
