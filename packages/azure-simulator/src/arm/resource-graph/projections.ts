import { spend } from '../../budget/work-budget.ts'
import { expressionsOf, namesOf, parseColumns, rowOf } from './columns.ts'
import type { Step } from './query.ts'
import type { TokenReader } from './token-reader.ts'

// The operators that choose, name and add columns.

export function parseProject(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    replacesColumns: true,
    run: ({ rows }) => ({ columns: namesOf(columns), rows: rows.map((row) => rowOf(columns, row)) }),
  }
}

export function parseProjectAway(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    run(table) {
      const away = new Set(namesOf(columns))
      const kept = table.columns.filter((name) => !away.has(name))
      spend(table.rows.length * kept.length)
      const rows = table.rows.map((row) => Object.fromEntries(kept.map((name) => [name, row[name]])))
      return { columns: kept, rows }
    },
  }
}

export function parseProjectKeep(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    run(table) {
      const wanted = new Set(namesOf(columns))
      const kept = table.columns.filter((name) => wanted.has(name))
      spend(table.rows.length * kept.length)
      return { columns: kept, rows: table.rows.map((row) => Object.fromEntries(kept.map((name) => [name, row[name]]))) }
    },
  }
}

export function parseProjectRename(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    run(table) {
      const renamed = new Map(columns.map(({ name, expression }) => [expression.columnName, name]))
      const named = table.columns.map((name) => renamed.get(name) ?? name)
      spend(table.rows.length * named.length)
      const rows = table.rows.map((row) =>
        Object.fromEntries(table.columns.map((name) => [renamed.get(name) ?? name, row[name] ?? null])),
      )
      return { columns: [...new Set(named)], rows }
    },
  }
}

export function parseExtend(reader: TokenReader): Step {
  const columns = parseColumns(reader)
  return {
    expressions: expressionsOf(columns),
    run(table) {
      for (const row of table.rows) Object.assign(row, rowOf(columns, row))
      return { columns: [...new Set([...table.columns, ...namesOf(columns)])], rows: table.rows }
    },
  }
}
