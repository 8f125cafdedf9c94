import * as z from 'zod/mini'

/** The server's variables, for example those of the process. */
export type Environment = Record<string, string | undefined>

/** The value of a variable; one that is set to nothing counts as not set. */
export function read(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim()
  return value === '' ? undefined : value
}

/** Whether a variable is exactly `true`. */
export function isTrue(env: Environment, name: string): boolean {
  return read(env, name) === 'true'
}

/** Whether a variable is `true`; anything but that and `false` is added to `faults`. */
export function readSwitch(env: Environment, name: string, faults: string[]): boolean {
  const given = read(env, name)
  if (given !== undefined && given !== 'true' && given !== 'false')
    faults.push(`${name} is "${given}"; it must be true or false.`)
  return given === 'true'
}

/** Whether it is an ID in Entra ID's format. */
export function isGuid(text: string): boolean {
  return z.safeParse(z.guid(), text).success
}

/**
 * The GUID in a required variable, in lowercase, as Entra ID writes IDs in its tokens; problems are added to `faults`.
 */
export function requiredGuid(
  env: Environment,
  { name, meaning }: { name: string; meaning: string },
  faults: string[],
): string {
  const given = read(env, name)?.toLowerCase()
  if (given === undefined) faults.push(`${name} isn't set. Set it to ${meaning}.`)
  else if (!isGuid(given)) faults.push(`${name} is "${given}", which isn't a GUID.`)
  return given ?? ''
}

/** A limit, at least 1; problems are added to `faults`. */
export function readLimit(
  env: Environment,
  { name, otherwise }: { name: string; otherwise: number },
  faults: string[],
): number {
  const given = read(env, name)
  if (given === undefined) return otherwise
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given)
  faults.push(`${name} is "${given}"; it must be a whole number from 1 to 999999.`)
  return otherwise
}

/** A port, 0 for any free one; problems are added to `faults`. */
export function readPort(
  env: Environment,
  { name, otherwise }: { name: string; otherwise: number },
  faults: string[],
): number {
  const given = read(env, name)
  if (given === undefined) return otherwise
  const port = Number(given)
  if (/^\d{1,5}$/.test(given) && port <= 65_535) return port
  faults.push(`${name} is "${given}"; it must be a number from 0 (any free port) to 65535.`)
  return otherwise
}
