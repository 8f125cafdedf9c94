import { chainColumns, type Chain, type ChainNode } from './chain.ts'
import { indexesOf } from './curves.ts'

/**
 * Where a key leads from a node: up and down within its column; left and right to the first thing it is linked to in
 * the next column that has any, else to the nearest place there. undefined: nowhere.
 */
export function nextNode(chain: Chain, node: ChainNode, key: string): ChainNode | undefined {
  const column = chain.columns[node.column]
  const index = indexesOf(chain).get(node.id) ?? 0
  switch (key) {
    case 'ArrowUp':
      return column[index - 1]
    case 'ArrowDown':
      return column[index + 1]
    case 'Home':
      return column[0]
    case 'End':
      return column.at(-1)
    case 'ArrowLeft':
      return beside(chain, node, -1)
    case 'ArrowRight':
      return beside(chain, node, 1)
    default:
      return undefined
  }
}

function beside(chain: Chain, node: ChainNode, direction: 1 | -1): ChainNode | undefined {
  const at = chainColumns.indexOf(node.column)
  const beyond = direction === 1 ? chainColumns.slice(at + 1) : chainColumns.slice(0, at).toReversed()
  const linkedIds = direction === 1 ? (chain.children.get(node.id) ?? []) : node.parents
  const linked = linkedIds.flatMap((id) => chain.byId.get(id) ?? [])
  const [nearest] = linked.toSorted(
    (one, other) => Math.abs(chainColumns.indexOf(one.column) - at) - Math.abs(chainColumns.indexOf(other.column) - at),
  )
  if (nearest !== undefined) return nearest
  const column = beyond.map((name) => chain.columns[name]).find((nodes) => nodes.length > 0) ?? []
  return column[Math.min(indexesOf(chain).get(node.id) ?? 0, column.length - 1)]
}
