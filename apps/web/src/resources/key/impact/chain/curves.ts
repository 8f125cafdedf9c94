import { chainColumns, type Chain, type ChainColumn, type ChainNode } from './chain.ts'

/** Where a column shows what: its scroll position, and its part of the width. */
export interface ColumnView {
  scrollTop: number
  left: number
  right: number
}

/** A curve between two things; its end is at the border of the view if the thing is not in it. */
export interface Curve {
  from: string
  to: string
  path: string
}

export const rowHeight = 52
const outside = 6

/**
 * The curves between what is in view. Where one end is out of view, a thing has one curve to the border on that side,
 * however many things it is linked to there.
 */
export function curvesOf(chain: Chain, views: Record<ChainColumn, ColumnView>, height: number): Curve[] {
  const indexes = indexesOf(chain)
  const curves = new Map<string, Curve>()
  const yOf = (id: string, column: ChainColumn) => {
    const y = (indexes.get(id) ?? 0) * rowHeight + rowHeight / 2 - views[column].scrollTop
    if (y < 0) return { y: -outside, side: 'above' }
    return y > height ? { y: height + outside, side: 'below' } : { y, side: 'in' }
  }
  for (const column of chainColumns) {
    for (const node of inView(chain.columns[column], views[column].scrollTop, height)) {
      for (const parent of node.parents) add(parent, node.id)
      for (const child of chain.children.get(node.id) ?? []) add(node.id, child)
    }
  }
  return [...curves.values()]

  function add(from: string, to: string) {
    const [start, end] = [chain.byId.get(from), chain.byId.get(to)]
    if (start === undefined || end === undefined) return
    const [one, other] = [yOf(from, start.column), yOf(to, end.column)]
    // Between two of which one is in view, those to the same side are the same curve.
    const ends = [
      one.side === 'in' ? from : `${start.column} ${one.side}`,
      other.side === 'in' ? to : `${end.column} ${other.side}`,
    ]
    const key = ends.join(' > ')
    if (curves.has(key)) return
    const [x, toX] = [views[start.column].right, views[end.column].left]
    const middle = (x + toX) / 2
    curves.set(key, { from, to, path: `M${x} ${one.y}C${middle} ${one.y} ${middle} ${other.y} ${toX} ${other.y}` })
  }
}

/** The nodes of a column that a view of some height shows, with those that it cuts. */
export function inView(nodes: ChainNode[], scrollTop: number, height: number): ChainNode[] {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight))
  return nodes.slice(first, Math.ceil((scrollTop + height) / rowHeight))
}

const known = new WeakMap<Chain, ReadonlyMap<string, number>>()

/** The index of each node in its column. */
export function indexesOf(chain: Chain): ReadonlyMap<string, number> {
  const indexes =
    known.get(chain) ?? new Map(chainColumns.flatMap((column) => chain.columns[column].map(({ id }, at) => [id, at])))
  known.set(chain, indexes)
  return indexes
}
