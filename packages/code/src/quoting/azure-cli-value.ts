import { visibleText, withoutCharacter } from '@portal/arm'
import { bashQuoted } from './bash.ts'

/**
 * `--name='value'`. Throws `RefusedCharacter`, also for a leading @, where az reads a file:
 * https://learn.microsoft.com/cli/azure/use-azure-cli-successfully-tips
 */
export function azureCliOption(name: string, value: string): string {
  return `--${name}=${bashQuoted(withoutCharacter(value, /^@/))}`
}

/**
 * One of several values of an option. Throws `RefusedCharacter`, also for a leading @ (a file) or - (the next option).
 */
export function azureCliItem(value: string): string {
  return bashQuoted(withoutCharacter(value, /^[@-]/))
}

/**
 * A value of `--tags`. Throws `RefusedCharacter`, also for a name with = in it, and for a value that starts with @ (a
 * file).
 */
export function azureCliTag(name: string, value: string): string {
  withoutCharacter(value, /^@/)
  return azureCliItem(`${withoutCharacter(name, /=/)}=${visibleText(value)}`)
}

/**
 * A part of a value of `--target-region-encryption`, whose parts are separated by commas. Throws `RefusedCharacter`,
 * also for a comma.
 */
export function azureCliPart(value: string): string {
  return withoutCharacter(value, /,/)
}
