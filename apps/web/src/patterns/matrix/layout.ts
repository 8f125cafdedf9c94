import type { Cell, Matrix, MatrixDisk, MatrixRegion } from './matrix.ts'

/** What has its own row: a region, a disk, or (on narrow screens) each cell. */
export type Grouping = 'regions' | 'disks' | 'cells'

/** A row or a column. A cell gets its region from one of the two and its disk from one of the two. */
export interface Line {
  region?: MatrixRegion
  disk?: MatrixDisk
}

/** Rows and columns as shown. */
export interface Layout {
  grouping: Grouping
  rows: Line[]
  columns: Line[]
}

/** A position in a layout. */
export interface Position {
  row: number
  column: number
}

/** Lays out the rows and columns that have a cell to show. */
export function layoutOf({ regions, disks }: Matrix, grouping: Grouping, isShown: (cell: Cell) => boolean): Layout {
  if (grouping === 'cells') {
    const cells = regions.flatMap((region) => disks.map((disk) => ({ region, disk })))
    return { grouping, rows: cells.filter(isShown), columns: [{}] }
  }
  const regionLines = regions
    .filter((region) => disks.some((disk) => isShown({ region, disk })))
    .map((region) => ({ region }))
  const diskLines = disks
    .filter((disk) => regions.some((region) => isShown({ region, disk })))
    .map((disk) => ({ disk }))
  return grouping === 'regions'
    ? { grouping, rows: regionLines, columns: diskLines }
    : { grouping, rows: diskLines, columns: regionLines }
}

/** The cell at a place, or undefined beyond the edge. */
export function cellAt({ rows, columns }: Layout, { row, column }: Position): Cell | undefined {
  const { region, disk } = { ...rows[row], ...columns[column] }
  return region === undefined || disk === undefined ? undefined : { region, disk }
}

/** The position of a cell, or undefined while it is not shown. */
export function positionOf(layout: Layout, cell: Cell): Position | undefined {
  const has = (line: Line) =>
    (line.region === undefined || line.region.index === cell.region.index) &&
    (line.disk === undefined || line.disk.key === cell.disk.key)
  const position = { row: layout.rows.findIndex(has), column: layout.columns.findIndex(has) }
  return position.row < 0 || position.column < 0 ? undefined : position
}

/** The first place, from the one after `from` on and round again, whose cell `matches`. Row by row. */
export function nextPosition(
  { rows, columns, ...layout }: Layout,
  from: Position,
  matches: (cell: Cell) => boolean,
): Position | undefined {
  const count = rows.length * columns.length
  const start = from.row * columns.length + from.column + 1
  for (let step = 0; step < count; step += 1) {
    const at = (start + step) % count
    const position = { row: Math.floor(at / columns.length), column: at % columns.length }
    const cell = cellAt({ rows, columns, ...layout }, position)
    if (cell !== undefined && matches(cell)) return position
  }
  return undefined
}

/** The cells of a row, from its start. */
export function cellsOfRow(layout: Layout, row: number): Cell[] {
  return layout.columns.flatMap((_, column) => cellAt(layout, { row, column }) ?? [])
}
