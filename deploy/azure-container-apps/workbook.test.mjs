import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { kustoDiagnostics } from '../../apps/bff/src/testing/kusto.ts'

const root = join(import.meta.dirname, '../..')
const read = (path) => readFileSync(join(root, path), 'utf8')

/** The server's own code: the names that its log lines and metrics have are literals there. */
const server = globSync('apps/bff/src/**/*.ts', { cwd: root, exclude: ['**/*.test.ts', '**/testing/**'] })
  .map((path) => read(path))
  .join('\n')
const isNamed = (name) => server.includes(`'${name}'`)
/** A field of a log line is a key there: `service,`, `more: count`, `readOnly: true`. */
const isField = (name) => new RegExp(`[{,(\\s]${name}\\??[,:\\s]`).test(server)

/**
 * The columns that the queries use.
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/containerappconsolelogs
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/appmetrics
 */
const tables = {
  ContainerAppConsoleLogs: { DateTime: ['TimeGenerated'], String: ['Log', 'ContainerGroupName', 'ContainerAppName'] },
  AppMetrics: {
    DateTime: ['TimeGenerated'],
    String: ['Name', 'AppRoleInstance'],
    Real: ['Sum', 'Min', 'Max'],
    Int: ['ItemCount'],
    Dynamic: ['Properties'],
  },
}

const workbook = JSON.parse(read('deploy/azure-container-apps/workbook.json'))
const ofWorkbook = workbook.items
  .filter(({ type }) => type === 3)
  .map(({ name, content }) => ({ name: `workbook: ${name}`, query: content.query }))
const operating = read('docs/operating.md')
const ofPage = [...operating.matchAll(/^```kusto\n([^]*?)^```$/gm)].map(([, query], at) => ({
  name: `operating.md ${at + 1}`,
  query,
}))

const literals = (query) => [...query.matchAll(/"([^"]*)"/g)].map(([, text]) => text)
const faultsOf = (query) => [
  ...literals(query).filter((text) => /^[a-z]+(-[a-z]+)+$|^[a-z]+([._][a-z\d]+)+$/.test(text) && !isNamed(text)),
  ...[...query.matchAll(/\bline\.(\w+)/g)].map(([, field]) => field).filter((field) => !isField(field)),
]

let diagnosticsOf
beforeAll(() => {
  diagnosticsOf = kustoDiagnostics(tables)
})

describe('the workbook', () => {
  it('is one that Azure Monitor opens: each item has a name of its own and a known type', () => {
    expect(workbook.version).toBe('Notebook/1.0')
    const names = workbook.items.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(workbook.items.filter(({ type }) => ![1, 3, 9].includes(type))).toEqual([])
    const range = workbook.items.find(({ type }) => type === 9).content.parameters[0].name
    for (const { content } of workbook.items.filter(({ type }) => type === 3))
      expect(content).toMatchObject({ version: 'KqlItem/1.0', timeContextFromParameter: range, queryType: 0 })
  })

  it('lists each event that the operators’ page says to alert on', () => {
    const rows = operating
      .match(/^\| alert on \|[^]*?\n\n/m)[0]
      .split('\n')
      .slice(2)
    const alerts = rows.flatMap((row) => [...row.split(' | ')[0].matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, e]) => e))
    expect(alerts.length).toBeGreaterThan(15)
    const shown = ofWorkbook.flatMap(({ query }) => literals(query))
    // Their number says whether they matter; the tile of changes has the outcomes, and one event ends another.
    const elsewhere = ['write-ended', 'redis-back']
    expect(alerts.filter((event) => !shown.includes(event) && !elsewhere.includes(event))).toEqual([])
  })
})

describe.each([...ofWorkbook, ...ofPage])('the query of $name', ({ query }) => {
  it('is Kusto, of tables and columns that Azure has', () => {
    expect(diagnosticsOf(query)).toEqual([])
  })

  it('asks for events, metrics and fields that the server writes', () => {
    expect(faultsOf(query)).toEqual([])
  })
})

it('a wrong event, metric, field, column or syntax would not pass', () => {
  const { query } = ofWorkbook.find(({ name }) => name.endsWith(': services'))
  expect(faultsOf(query.replace('"service-answers"', '"service-replies"'))).toEqual(['service-replies'])
  expect(faultsOf(query.replace('line.since', 'line.sinceWhen'))).toEqual(['sinceWhen'])
  expect(faultsOf('AppMetrics | where Name == "portal.services"')).toEqual(['portal.services'])
  expect(diagnosticsOf(query.replace('ContainerGroupName', 'PodName')).join()).toContain('PodName')
  expect(diagnosticsOf(query.replace('| where', '| were')).length).toBeGreaterThan(0)
})
