import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { randomFrom } from '@portal/azure-simulator/random-json'
import {
  changesNothing,
  getAccess,
  getCampaign,
  getKeyImpact,
  listUnderWay,
  previewCleanUp,
  startCampaign,
  surveyKeyHealth,
} from '@portal/portal-api'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import type * as resourceGraph from '../azure/arm/resource-graph.ts'
import {
  aPlainPlan,
  confirmationOf,
  contosoCompute,
  proposedCampaign,
  surveyOf,
  ubuntuWeb,
} from '../testing/campaigns.ts'
import { endpoints, queryOf } from '../testing/fuzz/fuzz-endpoints.ts'
import { validRequest } from '../testing/fuzz/random-request.ts'
import { kustoDiagnostics } from '../testing/kusto.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

// Every query that the server sends to Resource Graph is read by Microsoft's own parser: that of the simulator is ours.

/** Each query that was sent, and the file that sent it; one of those that differ in the words of their texts alone. */
const { sent, formOf } = vi.hoisted(() => {
  const text = /'(?:\\.|[^'\\])*'/g
  const formOf = (query: string) => query.replaceAll(text, (literal) => literal.replaceAll(/\w+/g, 'a'))
  return { sent: new Map<string, { query: string; file: string }>(), formOf }
})

vi.mock('../azure/arm/resource-graph.ts', async (importOriginal) => {
  const original = await importOriginal<typeof resourceGraph>()
  const own = new Set([basename(import.meta.filename), 'page-query.ts'])
  const note = ({ query }: { query: string }) => {
    const files = [...(new Error('who asks').stack ?? '').matchAll(/([\w-]+[.](?:test[.])?ts):\d/g)]
    const file = files.map(([, name = '']) => name).find((name) => !own.has(name)) ?? ''
    sent.set(formOf(query), { query, file })
  }
  const queryResourceGraph: typeof original.queryResourceGraph = (azure, schema, query) => {
    note(query)
    return original.queryResourceGraph(azure, schema, query)
  }
  const queryResourceGraphPage: typeof original.queryResourceGraphPage = (azure, schema, query) => {
    note(query)
    return original.queryResourceGraphPage(azure, schema, query)
  }
  return { ...original, queryResourceGraph, queryResourceGraphPage }
})

const source = join(import.meta.dirname, '..')
/** Every file that sends one. */
const sending = globSync('azure/**/*.ts', {
  cwd: source,
  exclude: ['**/*.test.ts', '**/{resource-graph,page-query}.ts'],
})
  .filter((path) => /query(?:ResourceGraph(?:Page)?|Page)\(/.test(readFileSync(join(source, path), 'utf8')))
  .map((path) => basename(path))

/** Requests to each endpoint that reads: more to those that ask Resource Graph, whose query depends on the request. */
const tries = { toEach: 3, toGraph: 10 }

async function readEverything({ azure }: TestPortal, asAda: SignedIn): Promise<void> {
  const { store, subscriptions } = azure.world
  const known = {
    ids: store.snapshot().map(({ id }) => id),
    subscriptionIds: subscriptions.map(({ subscriptionId }) => subscriptionId),
    fingerprints: new Map<string, string>(),
  }
  // Those of the session end it, or need none.
  const reading = endpoints.filter((each) => changesNothing(each) && !each.ofSession && !each.forAnybody)
  for (const endpoint of reading) {
    const random = randomFrom(1)
    const before = sent.size
    for (let count = 0; count < (sent.size > before ? tries.toGraph : tries.toEach); count += 1) {
      const request = validRequest(random, endpoint, known)
      await (endpoint.method === 'GET'
        ? asAda.get(endpoint.path, Object.fromEntries(new URLSearchParams(queryOf(request))))
        : asAda.send(endpoint.method, endpoint.path, request))
    }
  }
}

/** What random requests seldom ask about: all sets, what follows from a key, and a campaign in progress. */
async function readWhatIsRare({ clock }: TestPortal, asAda: SignedIn): Promise<void> {
  await asAda.get(surveyKeyHealth.path, { page: '0' })
  await asAda.get(getKeyImpact.path, {
    diskEncryptionSetId: `${contosoCompute}/diskEncryptionSets/WestUSDiskEncryptionSet1`,
  })
  await asAda.send('PUT', '/api/image-versions', aPlainPlan('3.0.0'))
  clock.advance(3_600_000)
  const campaign = proposedCampaign(await surveyOf(asAda, [`${ubuntuWeb}/versions/3.0.0`]))
  const { id } = z.parse(startCampaign.response, (await asAda.send('PUT', '/api/campaigns', campaign)).body)
  const confirmation = await confirmationOf(asAda, id)
  await asAda.send('PUT', '/api/campaign-batches', { id, start: { batch: 0 }, confirmation })
  clock.advance(60_000)
  await asAda.get(listUnderWay.path)
  await asAda.get(getCampaign.path, { id })
  await asAda.send('POST', getAccess.path, { id: ubuntuWeb, purpose: 'deploy' })
  const rule = { name: 'Old ones', keepNewest: 1, keepTag: 'keep' }
  for (const scopeId of [ubuntuWeb, `${contosoCompute}/galleries/contosoGallery`])
    await asAda.send('POST', previewCleanUp.path, { scopeId, rule, action: 'delete' })
}

describe('every query to Resource Graph', () => {
  let diagnosticsOf: (query: string) => string[]
  beforeAll(async () => {
    diagnosticsOf = kustoDiagnostics()
    const portal = await startTestPortal()
    // What waits for an operation of Azure waits for its clock.
    const ticking = setInterval(() => portal.clock.advance(5_000), 500)
    const asAda = await portal.as('ada@contoso.example')
    await readEverything(portal, asAda)
    clearInterval(ticking)
    await readWhatIsRare(portal, asAda)
    await portal.close()
  }, 300_000)

  it('was sent', () => {
    const senders = new Set([...sent.values()].map(({ file }) => file))
    expect(sending.filter((file) => !senders.has(file))).toEqual([])
    expect(sending.length).toBeGreaterThan(30)
  })

  // A hundred queries, each by a parser that takes a quarter of a second of a quiet processor.
  it('is one that Kusto accepts, of tables and columns that Resource Graph has', { timeout: 240_000 }, () => {
    const faults = [...sent.values()].flatMap(({ query, file }) =>
      diagnosticsOf(query).map((fault) => `${file}: ${fault}\n${query}`),
    )
    expect(faults).toEqual([])
  })

  it.each([
    ['an operator', 'resources | wher name == "a"', 'Query operator expected'],
    [
      'a function',
      'resources | extend lower = lowered(name)',
      "The name 'lowered' does not refer to any known function",
    ],
    ['a column', 'resources | project props.a', "The name 'props' does not refer to any known column"],
    ['a table', 'resource | take 1', "The name 'resource' does not refer to any known table"],
    ['the type of a value', 'resources | where strlen(id, 1) > 2', 'expects 1 argument'],
    ['a literal', "resources | where name == 'it's'", 'Expected'],
  ])('would be refused for %s that Kusto does not know', (_, query, words) => {
    expect(diagnosticsOf(query).join('\n')).toContain(words)
  })
})
