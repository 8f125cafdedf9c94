/** What is wrong with a template, in ARM's words: the caller says where, and makes an answer of it. */
export class TemplateError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'TemplateError'
  }
}
