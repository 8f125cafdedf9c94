interface RefusalOptions extends ErrorOptions {
  isTooLarge?: boolean
}

/** A file that is no saved world of this simulator: `where` is the path in it, `reason` what is wrong there. */
export class SavedWorldRefused extends Error {
  readonly where: string
  readonly isTooLarge: boolean
  constructor(where: string, reason: string, { isTooLarge = false, ...options }: RefusalOptions = {}) {
    super(where === '' ? reason : `${where}: ${reason}`, options)
    this.name = 'SavedWorldRefused'
    this.where = where
    this.isTooLarge = isTooLarge
  }
}
