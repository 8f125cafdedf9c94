/**
 * An object whose names the user chose, for example tags. Exporters quote each of them: unquoted, `null`, `for`, `yes`
 * or `on` are words of some language, and not names.
 */
export class NamedByUser {
  readonly members: Readonly<Record<string, unknown>>
  constructor(members: Readonly<Record<string, unknown>>) {
    this.members = members
  }
}
