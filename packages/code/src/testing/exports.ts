import { plainText } from '@portal/arm'
import type { Node } from '@vscode/tree-sitter-wasm'
import { importAzureCli } from '../importers/azure-cli/azure-cli.ts'
import { importAzurePowerShell } from '../importers/azure-powershell/azure-powershell.ts'
import type { ImportContext, ImportedVersion } from '../importers/imported-version.ts'
import { importRestBody } from '../importers/rest-body.ts'
import type { ParseHcl } from '../importers/terraform/terraform-values.ts'
import { importTerraform } from '../importers/terraform/terraform.ts'

// What only tests read of the product.
export { importNoteParams } from '../importers/import-note.ts'

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

/**
 * The ARM template that Bicep compiles a file to which consists of resources with literals only, each in the order of
 * its symbol. Throws for anything else, and for what the grammar refuses.
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/compare-template-syntax
 */
export async function templateOfBicep(code: string): Promise<{ resources: Record<string, unknown>[] }> {
  const { bicepGrammar, grammar, nodesOf } = await import('./grammar.ts')
  const root = (await grammar(bicepGrammar))(code)
  if (root.hasError) throw new Error('Bicep refuses the file')
  const resources = nodesOf(root, 'resource_declaration').map((declaration) => {
    const [symbol, typed, body] = partsOf(declaration)
    const [type = '', apiVersion = ''] = String(valueOf(typed)).split('@')
    const resource: Record<string, unknown> = { type, apiVersion, ...membersOf(body) }
    return { symbol: symbol?.text ?? '', resource }
  })
  const idOf = new Map(
    resources.map(({ symbol, resource }) => {
      const names = String(resource['name']).split('/')
      return [symbol, `[resourceId(${[String(resource['type']), ...names].map((part) => `'${part}'`).join(', ')})]`]
    }),
  )
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: resources.map(({ resource: { dependsOn, ...resource } }) => ({
      ...resource,
      ...(Array.isArray(dependsOn) && { dependsOn: dependsOn.map((symbol) => idOf.get(String(symbol))) }),
    })),
  }
  return template
}

function partsOf(node: Node | undefined): Node[] {
  return (node?.namedChildren ?? []).filter((child) => child !== null)
}

function membersOf(node: Node | undefined): Record<string, unknown> {
  return Object.fromEntries(
    partsOf(node).map((member) => {
      const [name, value] = partsOf(member)
      return [String(valueOf(name)), valueOf(value)]
    }),
  )
}

function valueOf(node: Node | undefined): unknown {
  switch (node?.type) {
    case 'object':
      return membersOf(node)
    case 'array':
      return partsOf(node).map(valueOf)
    case 'string':
      return plainText(node.text.slice(1, -1).replaceAll(/\\(.)/g, '$1'))
    case 'number':
    case 'boolean':
    case 'null':
      return JSON.parse(node.text)
    case 'identifier':
      return node.text
    default:
      throw new Error(`Not a literal of Bicep: ${node?.text ?? ''}`)
  }
}
