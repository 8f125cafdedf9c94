import type { IssuePath } from '@portal/image-version'

/** A value in the code, marked with the field of the plan that it shows. */
export class Shown {
  readonly path: IssuePath
  readonly value: unknown
  constructor(path: IssuePath, value: unknown) {
    this.path = path
    this.value = value
  }
}

/** The object with each of its values marked as the field with its own name below `path`. */
export function shownFields(fields: object, path: IssuePath = []): Record<string, Shown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [name, new Shown([...path, name], value)]),
  )
}
