import { visibleText } from '@portal/arm'

/**
 * A string of PowerShell that means exactly `value`; the typographic quotation marks end a string there, too. Throws
 * `RefusedCharacter`.
 * https://learn.microsoft.com/dotnet/api/system.management.automation.language.codegeneration.escapesinglequotedstringcontent
 */
export function powershellQuoted(value: string): string {
  return `'${visibleText(value).replaceAll(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`
}
