import { visibleText } from '@portal/arm'

/**
 * A string of Terraform and Packer that means exactly `value`. Throws `RefusedCharacter`.
 * https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 */
export function terraformQuoted(value: string): string {
  return `"${visibleText(value)
    .replaceAll(/[\\"]/g, String.raw`\$&`)
    .replaceAll(/[$%](?=\{)/g, '$&$&')}"`
}
