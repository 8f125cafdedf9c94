import { createRequire } from 'node:module'
import treeSitter, { type Node } from '@vscode/tree-sitter-wasm'

/** Parses code with a tree-sitter grammar, for example `@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm`. */
export async function grammar(file: string): Promise<(code: string) => Node> {
  await treeSitter.Parser.init()
  const parser = new treeSitter.Parser()
  parser.setLanguage(await treeSitter.Language.load(createRequire(import.meta.url).resolve(file)))
  return (code) => {
    const tree = parser.parse(code)
    if (tree === null) throw new Error('The parser gave up.')
    return tree.rootNode
  }
}

export const powershellGrammar = '@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm'
export const bashGrammar = '@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm'
export const bicepGrammar = 'tree-sitter-bicep/tree-sitter-bicep.wasm'

/** Whether the Bicep grammar misreads a string: it treats // and /* as comments there too; Bicep itself does not. */
export const isMisreadAsBicep = (value: string): boolean => /\/[/*]/.test(value)

/** The nodes of a type in the tree, in their order. */
export function nodesOf(root: Node, type: string): Node[] {
  return root.descendantsOfType(type).filter((node) => node !== null)
}
