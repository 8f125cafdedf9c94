import { importAzureCli } from '../importers/azure-cli/azure-cli.ts'
import { importAzurePowerShell } from '../importers/azure-powershell/azure-powershell.ts'
import type { ImportContext, ImportedVersion } from '../importers/imported-version.ts'
import { importRestBody } from '../importers/rest-body.ts'
import type { ParseHcl } from '../importers/terraform/terraform-values.ts'
import { importTerraform } from '../importers/terraform/terraform.ts'

const readers = {
  AzureCli: importAzureCli,
  AzurePowerShell: importAzurePowerShell,
  Rest: importRestBody,
  TerraformAzapi: (text, { parseHcl }) => importTerraform(text, parseHcl),
  TerraformAzurerm: (text, { parseHcl }) => importTerraform(text, parseHcl),
} as const satisfies Record<
  string,
  (text: string, context: ImportContext & { parseHcl: ParseHcl }) => ImportedVersion | undefined
>

/** The languages for which we know what their tool sends. */
export type LanguageSent = keyof typeof readers

/** What a language's tool PUTs for a text, and with which API version. Throws if the text has no version. */
export function bodySentBy(
  language: LanguageSent,
  text: string,
  parseHcl: ParseHcl,
): { apiVersion: string; body: unknown } {
  const read = readers[language](text, { subscriptionId: '', resourceGroupName: '', parseHcl })
  if (read === undefined) throw new Error(`No image version in the text of ${language}`)
  return { apiVersion: read.apiVersion, body: withoutEmpty(read.body) }
}

/** No tool sends empty objects. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value ?? undefined
  const entries = Object.entries(value).flatMap(([name, entry]) => {
    const kept: unknown = withoutEmpty(entry)
    return kept === undefined ? [] : [[name, kept] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
