import { spend } from '../../budget/work-budget.ts'
import { expressionsOf, namesOf, parseColumns, rowOf, type Column } from './columns.ts'
import { perRow, type Flow, type Step } from './query.ts'
import type { TokenReader } from './token-reader.ts'
import type { Row } from './values.ts'

// The operators that choose, name and add columns.

export function parseProject(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    replacesColumns: true,
    over: () => perRow(namesOf(columns), (row, hand) => hand(rowOf(columns, row))),
  }
}

export function parseProjectAway(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    over(before) {
      const away = new Set(namesOf(columns))
      return keeping(before.filter((name) => !away.has(name)))
    },
  }
}

export function parseProjectKeep(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    over(before) {
      const wanted = new Set(namesOf(columns))
      return keeping(before.filter((name) => wanted.has(name)))
    },
  }
}

function keeping(kept: string[]): Flow {
  return perRow(kept, (row, hand) => {
    spend(kept.length)
    hand(Object.fromEntries(kept.map((name) => [name, row[name]])))
  })
}

export function parseProjectRename(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    over(before) {
      const renamed = new Map(columns.map(({ name, expression }) => [expression.columnName, name]))
      const named = before.map((name) => renamed.get(name) ?? name)
      return perRow([...new Set(named)], (row, hand) => {
        spend(named.length)
        hand(Object.fromEntries(before.map((name, index) => [named[index] ?? name, row[name] ?? null])))
      })
    },
  }
}

export function parseExtend(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    over: (before) =>
      perRow([...new Set([...before, ...namesOf(columns)])], (row, hand) => hand(extended(columns, row))),
  }
}

// None of the new columns sees another one of them.
function extended(columns: Column[], row: Row): Row {
  const [only, ...others] = columns
  if (only === undefined || others.length > 0) return Object.assign(row, rowOf(columns, row))
  spend(1)
  row[only.name] = only.expression.of(row) ?? null
  return row
}
