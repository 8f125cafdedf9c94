import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, valueAt, type JsonObject } from '../../json.ts'
import type { SimulatorOptions } from '../../simulator.ts'
import { startedAzure } from '../../testing/azure.ts'

const path = '/providers/Microsoft.ResourceGraph/resources'
const api = '?api-version=2024-04-01'

/** Queries as Ada, who can see both subscriptions, unless another user is named. */
async function aGraph(user = 'Ada', options: Omit<SimulatorOptions, 'clock'> = {}) {
  const azure = await startedAzure(options)
  const arm = await azure.as(user)
  return {
    azure,
    ask: (query: string, more: JsonObject = {}) => arm('POST', `${path}${api}`, { query, ...more }),
    async rows(query: string, more: JsonObject = {}) {
      const { body } = await arm('POST', `${path}${api}`, { query, ...more })
      return objectsAt(body, 'data')
    },
    [Symbol.asyncDispose]: () => azure.simulator.close(),
  }
}

describe('Resource Graph', () => {
  it('is read without the second factor that writes ask for, though it is asked by POST', async () => {
    await using graph = await aGraph('Sam')
    expect((await graph.ask('Resources | take 1 | project id')).status).toBe(200)
  })

  it('answers with all that the caller may read, over the subscriptions, types in small letters', async () => {
    await using graph = await aGraph()
    const { azure, ask } = graph
    const { status, body } = await ask("Resources | where type =~ 'Microsoft.Compute/galleries' | project name, type")
    const galleries = azure.simulator.world.store.list('/subscriptions', 'Microsoft.Compute/galleries')
    expect(status).toBe(200)
    expect(body).toEqual({
      totalRecords: galleries.length,
      count: galleries.length,
      data: galleries.map(({ name }) => ({ name, type: 'microsoft.compute/galleries' })),
      facets: [],
      resultTruncated: 'false',
    })
  })

  it('keeps to the subscriptions that are asked about, and to those that the caller sees', async () => {
    await using graph = await aGraph()
    const { azure, rows } = graph
    const counted = "Resources | where type =~ 'microsoft.compute/galleries' | distinct subscriptionId"
    expect(await rows(counted, { subscriptions: [azure.development] })).toEqual([{ subscriptionId: azure.development }])
    await using bens = await aGraph('Ben')
    expect(await bens.rows(counted)).toEqual([{ subscriptionId: azure.development }])
    expect(await bens.ask(counted, { subscriptions: [azure.production] })).toMatchObject({
      status: 403,
      body: { error: { code: 'AccessDenied' } },
    })
    await using noors = await aGraph('Noor')
    expect(await noors.rows('Resources')).toEqual([])
  })

  it('has a row of every column, with the properties as a GET shows them', async () => {
    await using graph = await aGraph()
    const { azure, rows } = graph
    const [row] = await rows("Resources | where name == 'golden-vm' and type == 'microsoft.compute/virtualmachines'")
    expect(row).toMatchObject({
      id: azure.compute('virtualMachines/golden-vm'),
      tenantId: azure.simulator.tenantId,
      kind: '',
      location: 'westus',
      resourceGroup: 'myresourcegroup',
      subscriptionId: azure.production,
      properties: {
        provisioningState: 'Succeeded',
        extended: { instanceView: { powerState: { code: 'PowerState/deallocated' } } },
      },
      zones: null,
    })
  })

  it('counts by what a path leads to', async () => {
    await using graph = await aGraph()
    const rows = await graph.rows(
      "Resources | where type =~ 'microsoft.compute/galleries/images' | summarize count() by tostring(properties.osType) | order by count_ desc",
    )
    expect(rows.length).toBeGreaterThan(1)
    expect(Object.keys(rows[0] ?? {})).toEqual(['properties_osType', 'count_'])
    const counts = rows.map((row) => row['count_'])
    expect(counts).toEqual(counts.toSorted((one, other) => Number(other) - Number(one)))
  })

  it('tells which sets the regions of image versions use', async () => {
    await using graph = await aGraph()
    const rows = await graph.rows(`Resources
      | where type =~ 'microsoft.compute/galleries/images/versions' // every version
      | mv-expand region = properties.publishingProfile.targetRegions
      | extend set = tolower(region.encryption['osDiskImage'].diskEncryptionSetId)
      | where isnotempty(set)
      | join kind=inner (Resources | where type =~ 'microsoft.compute/diskencryptionsets' | project set = tolower(id), setName = name) on set
      | project version = name, region = tostring(region.name), setName
      | top 3 by setName asc`)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toEqual({
      version: expect.any(String) as unknown,
      region: expect.any(String) as unknown,
      setName: expect.any(String) as unknown,
    })
  })

  it('knows subscriptions and groups, to join names to resources', async () => {
    await using graph = await aGraph()
    const rows = await graph.rows(`Resources | where type =~ 'microsoft.compute/galleries'
      | join kind=leftouter (ResourceContainers | where type == 'microsoft.resources/subscriptions' | project subscriptionId, subscription = name) on subscriptionId
      | distinct subscription | sort by subscription asc`)
    expect(rows).toEqual([{ subscription: 'Contoso Development' }, { subscription: 'Contoso Production' }])
  })

  it('takes the value of the first condition that holds, or the one for all others', async () => {
    await using graph = await aGraph()
    const size = "case(name == 'golden-vm', 'first', name startswith 'golden', 'second', 'other')"
    const [row] = await graph.rows(
      `Resources | where name in ('golden-vm', 'kiosk-vm') | extend size = ${size} | summarize make_set(size)`,
    )
    expect(row?.['set_size']).toEqual(['first', 'other'])
  })

  it.each([
    ["name in ('golden-vm', 'kiosk-vm')", 2],
    ["name !in~ ('GOLDEN-VM', 'kiosk-vm') and name endswith '-vm' and name startswith 'ultra'", 1],
    ["name contains 'GOLDEN'", 1],
    ["name has 'golden' or name has 'kiosk'", 2],
    ["name has 'gold'", 0],
    ["name == 'GOLDEN-VM'", 0],
    ["name =~ 'GOLDEN-VM' and array_length(properties.storageProfile.dataDisks) >= 0", 1],
    ["isempty(tags.owner) and name !~ 'golden-vm' and name in~ ('golden-vm')", 0],
  ])('takes the condition %s', async (condition, expected) => {
    await using graph = await aGraph()
    const { body } = await graph.ask(
      `Resources | where type =~ 'microsoft.compute/virtualmachines' | where ${condition} | count`,
    )
    expect(body).toMatchObject({ data: [{ Count: expected }] })
  })

  it('goes on page by page with the token of the page before', async () => {
    await using graph = await aGraph()
    const { ask } = graph
    const query = "Resources | where type =~ 'microsoft.compute/disks' | project id, name"
    const names: unknown[] = []
    let total: unknown
    for (let $skipToken: string | undefined = ''; $skipToken !== undefined;) {
      const { body } = await ask(query, { options: $skipToken ? { $skipToken } : { $top: 4 } })
      names.push(...objectsAt(body, 'data').map(({ name }) => name))
      total = body['totalRecords']
      $skipToken = textAt(body, '$skipToken')
    }
    expect(names.length).toBeGreaterThan(4)
    expect([names.length, new Set(names).size]).toEqual([total, total])
    const { body } = await ask('Resources | project name', { options: { $top: 1, $skip: 2 } })
    expect(body).toMatchObject({ count: 1, resultTruncated: 'true' })
    expect(body['$skipToken']).toBeUndefined()
  })

  it('shows a table where one is asked for, and by itself before 2021', async () => {
    await using graph = await aGraph()
    const query = 'Resources | summarize resources = count(), any = take_any(type), tags = take_any(tags)'
    const table = {
      data: {
        columns: [
          { name: 'resources', type: 'integer' },
          { name: 'any', type: 'string' },
          { name: 'tags', type: 'object' },
        ],
        rows: [[expect.any(Number) as unknown, expect.any(String) as unknown, null]],
      },
    }
    expect((await graph.ask(query, { options: { resultFormat: 'table' } })).body).toMatchObject(table)
    const arm = await graph.azure.as('Ada')
    expect((await arm('POST', `${path}?api-version=2019-04-01`, { query })).body).toMatchObject(table)
  })

  it.each([
    ['Resources | where', "Unexpected '' at position 17."],
    ['Resources where name', "Unexpected 'where' at position 10."],
    ['Resources | where nam == 1', "Failed to resolve column or scalar expression named 'nam'."],
    ['Resources | where name == §', "Unexpected '§' at position 26."],
    ['Resources | render piechart', "The operator 'render' is not supported."],
    ['Resources | where name matches regex "x"', "The operator 'matches' at position 23 is not supported."],
    ['Resources | extend x = constructor(name)', "The function 'constructor' is not supported."],
    ['Resources | summarize stdev(name)', "The aggregation 'stdev' is not supported."],
    ['Resources | join kind=fullouter (Resources) on id', "The join kind 'fullouter' is not supported."],
    ['AdvisorResources', "The table 'AdvisorResources' is not supported."],
  ])('refuses %s and says why', async (query, message) => {
    await using graph = await aGraph()
    const { status, body } = await graph.ask(query)
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: { code: 'BadRequest', details: [{ code: 'InvalidQuery' }, { message }] } })
  })

  it('allows a user fifteen queries in five seconds', async () => {
    await using graph = await aGraph('Ada', { throttling: { 'user-quota': 1 } })
    const { headers } = await graph.ask('Resources | count')
    expect(headers.get('x-ms-user-quota-remaining')).toBe('0')
    expect(headers.get('x-ms-user-quota-resets-after')).toBe('00:00:05')
    const refused = await graph.ask('Resources | count')
    expect([refused.status, refused.headers.get('retry-after'), valueAt(refused.body, 'error', 'code')]).toEqual([
      429,
      '5',
      'RateLimiting',
    ])
    graph.azure.clock.advance(5_000)
    expect((await graph.ask('Resources | count')).status).toBe(200)
  })
})
