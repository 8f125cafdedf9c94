/**
 * An object whose names the user chose, such as tags. Exporters write each of them in quotes: `null`, `for`, `yes` or
 * `on` without are words of one language or another, and not names.
 */
export class NamedByUser {
  readonly members: Readonly<Record<string, unknown>>
  constructor(members: Readonly<Record<string, unknown>>) {
    this.members = members
  }
}
