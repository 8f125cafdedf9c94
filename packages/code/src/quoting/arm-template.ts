import { plainText, visibleText } from '@portal/arm'

/**
 * A string that an ARM template reads as `value` itself and not as an expression. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters
 */
export function armTemplateText(value: string): string {
  return plainText(visibleText(value))
}
