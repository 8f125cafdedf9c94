/** A template error in ARM's words: the caller adds the position, and makes a response from it. */
export class TemplateError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'TemplateError'
  }
}
