import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createContext, runInContext } from 'node:vm'
import * as z from 'zod/mini'

// Microsoft's own parser of the query language, as the Azure portal's editor uses it: @kusto/language-service-next.

const packageFolder = '@kusto/language-service-next'
/** Scripts of a page, in this order: they leave what they define in the global object. */
const scripts = ['bridge.min.js', 'Kusto.Language.Bridge.min.js']

/** The columns of each table, by their type in Kusto. */
type KustoTables = Record<string, Record<string, readonly string[]>>

const columns = {
  String: ['id', 'name', 'type', 'tenantId', 'kind', 'location', 'resourceGroup', 'subscriptionId', 'managedBy'],
  Dynamic: ['sku', 'plan', 'properties', 'tags', 'identity', 'zones', 'extendedLocation'],
}
/**
 * Tables of Resource Graph; every one has the same columns. Kusto's names are case-sensitive; theirs are not.
 * https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources
 */
const resourceGraph: KustoTables = Object.fromEntries(
  [
    'AuthorizationResources',
    'ComputeResources',
    'PolicyResources',
    'ResourceChanges',
    'ResourceContainers',
    'Resources',
  ].flatMap((name) => [
    [name, columns],
    [name.toLowerCase(), columns],
  ]),
)

// In the language of the scripts: C#, compiled. `$ctor4` is the constructor that takes a name and columns.
const analyzer = `(tables) => {
  const { GlobalState, KustoCode, Symbols } = Kusto.Language
  const { ColumnSymbol, DatabaseSymbol, ScalarTypes, TableSymbol } = Symbols
  const typed = (columns) => Object.entries(columns).flatMap(([type, names]) =>
    names.map((name) => new ColumnSymbol.ctor(name, ScalarTypes[type])))
  const symbols = Object.entries(tables).map(([name, columns]) => new TableSymbol.$ctor4(name, typed(columns)))
  const database = new DatabaseSymbol.ctor('tables', symbols)
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
const made = z.custom<(from: KustoTables) => unknown>((value) => typeof value === 'function')

/**
 * A function that lists what Kusto's parser says about a query of `tables`, by default those of Resource Graph: syntax,
 * unknown tables, columns and functions, and values of the wrong type, each as a sentence with the text it is about.
 * Loading takes seconds.
 */
export function kustoDiagnostics(tables = resourceGraph): (query: string) => string[] {
  const { resolve } = createRequire(import.meta.url)
  const context = createContext({})
  for (const script of scripts) runInContext(readFileSync(resolve(`${packageFolder}/${script}`), 'utf8'), context)
  const analyze = read.parse(made.parse(runInContext(analyzer, context))(tables))
  return (query) =>
    diagnostics
      .parse(JSON.parse(analyze(query)))
      .map(({ severity, message, text }) => `${severity}: ${message} (${text})`)
}
