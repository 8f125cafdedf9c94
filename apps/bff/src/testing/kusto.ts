import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createContext, runInContext } from 'node:vm'
import * as z from 'zod/mini'

// Microsoft's own parser of the query language, as the Azure portal's editor uses it: @kusto/language-service-next.

const packageFolder = '@kusto/language-service-next'
/** Scripts of a page, in this order: they leave what they define in the global object. */
const scripts = ['bridge.min.js', 'Kusto.Language.Bridge.min.js']

/**
 * Tables and columns of Resource Graph; every table has the same columns.
 * https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources
 */
const tables = [
  'AuthorizationResources',
  'ComputeResources',
  'PolicyResources',
  'ResourceChanges',
  'ResourceContainers',
  'Resources',
]
const columns = {
  String: ['id', 'name', 'type', 'tenantId', 'kind', 'location', 'resourceGroup', 'subscriptionId', 'managedBy'],
  Dynamic: ['sku', 'plan', 'properties', 'tags', 'identity', 'zones', 'extendedLocation'],
}

// Kusto's names are case-sensitive; those of the tables of Resource Graph are not.
const schema = {
  tables: tables.flatMap((name) => [name, name.toLowerCase()]),
  columns: Object.entries(columns).flatMap(([type, names]) => names.map((name) => ({ name, type }))),
}

// In the language of the scripts: C#, compiled. `$ctor4` is the constructor that takes a name and columns.
const analyzer = `({ tables, columns }) => {
  const { GlobalState, KustoCode, Symbols } = Kusto.Language
  const { ColumnSymbol, DatabaseSymbol, ScalarTypes, TableSymbol } = Symbols
  const typed = columns.map(({ name, type }) => new ColumnSymbol.ctor(name, ScalarTypes[type]))
  const database = new DatabaseSymbol.ctor('graph', tables.map((name) => new TableSymbol.$ctor4(name, typed)))
  const state = GlobalState.Default.WithDatabase(database)
  return (query) => {
    const found = KustoCode.ParseAndAnalyze(query, state).GetDiagnostics()
    return JSON.stringify(Array.from({ length: found.Count }, (_, index) => {
      const { Severity, Message, Start, Length } = found.getItem(index)
      return { severity: Severity, message: Message, text: query.slice(Start, Start + Length) }
    }))
  }
}`

const diagnostics = z.array(z.object({ severity: z.string(), message: z.string(), text: z.string() }))
const read = z.custom<(query: string) => string>((value) => typeof value === 'function')
const made = z.custom<(from: typeof schema) => unknown>((value) => typeof value === 'function')

/**
 * A function that lists what Kusto's parser says about a query of Resource Graph: syntax, unknown tables, columns and
 * functions, and values of the wrong type, each as a sentence with the text it is about. Loading takes seconds.
 */
export function kustoDiagnostics(): (query: string) => string[] {
  const { resolve } = createRequire(import.meta.url)
  const context = createContext({})
  for (const script of scripts) runInContext(readFileSync(resolve(`${packageFolder}/${script}`), 'utf8'), context)
  const analyze = read.parse(made.parse(runInContext(analyzer, context))(schema))
  return (query) =>
    diagnostics
      .parse(JSON.parse(analyze(query)))
      .map(({ severity, message, text }) => `${severity}: ${message} (${text})`)
}
