import { visibleText } from '@portal/arm'

/**
 * A string of Bicep that means exactly `value`. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types#strings
 */
export function bicepQuoted(value: string): string {
  return `'${visibleText(value)
    .replaceAll(/[\\']/g, String.raw`\$&`)
    .replaceAll('${', () => String.raw`\${`)}'`
}
