import { read, type Environment } from '../process/environment.ts'

/** The https origin in a variable, undefined if it is not set; problems are added to `faults`. */
export function readHttpsOrigin(
  env: Environment,
  { name, example }: { name: string; example: string },
  faults: string[],
): string | undefined {
  const given = read(env, name)
  if (given === undefined) return undefined
  const url = URL.parse(given)
  const plain = url !== null && given.replace(/\/$/, '') === url.origin
  if (plain && url.protocol === 'https:' && !url.hostname.endsWith('.invalid')) return url.origin
  faults.push(`${name} is "${given}"; it must be an https origin without a path, such as ${example}.`)
  return ''
}
