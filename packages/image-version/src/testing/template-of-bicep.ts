import { plainText } from '@portal/arm'
import type { Node } from '@vscode/tree-sitter-wasm'

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
