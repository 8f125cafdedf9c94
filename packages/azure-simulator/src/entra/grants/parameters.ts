import { EntraError } from '../errors.ts'

/** A form field of a token request; throws AADSTS900144 if it is missing. */
export function required(form: Record<string, string>, name: string): string {
  const value = form[name]
  if (!value)
    throw new EntraError(
      ['invalid_request', 900144],
      `The request body must contain the following parameter: '${name}'.`,
    )
  return value
}

/** The scopes of a `scope` field, in order. */
export function scopesOf(scope: string): string[] {
  return scope.split(' ').filter((item) => item !== '')
}
