import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectsAt, textAt } from '../../json.ts'
import { startedAzure, type Arm, type StartedAzure } from '../../testing/azure.ts'
import { queryBombs } from '../../testing/bombs/query-bombs.ts'
import { sentBomb } from '../../testing/bombs/sent-bomb.ts'

// They blocked the process for ten seconds and more, or ended it; a busy machine needs some hundred milliseconds.
const longest = 5_000
const expand = ' | mv-expand l = split(id, "/")'
const join = ' | join kind=inner (Resources | project id) on id'

describe('a query', () => {
  let azure: StartedAzure
  let ada: Arm
  beforeAll(async () => {
    azure = await startedAzure({ throttling: 'off' })
    ada = await azure.as('Ada')
  })
  afterAll(() => azure.simulator.close())
  const asked = (query: string) => ada('POST', '/providers/Microsoft.ResourceGraph/resources', { query })
  const reason = async (query: string) =>
    textAt(objectsAt((await asked(query)).body, 'error', 'details').at(-1), 'message')

  it.each(queryBombs.map((bomb) => [bomb.name, bomb] as const))('comes to an end: %s', async (_, bomb) => {
    const { end, milliseconds } = await sentBomb(azure, ada, bomb)
    expect(end).toMatch(/^(200 |400 BadRequest|413 RequestContentTooLarge)$/)
    expect(milliseconds).toBeLessThan(longest)
  })

  it('has at most three joins and three mv-expand, those in the other side of a join too', async () => {
    expect((await asked(`Resources${join.repeat(3)} | count`)).status).toBe(200)
    expect(await reason(`Resources${join.repeat(4)}`)).toBe("The query has more than 3 'join' operators.")
    expect(await reason(`Resources | join kind=inner (Resources${join.repeat(3)}) on id`)).toBe(
      "The query has more than 3 'join' operators.",
    )
    expect(await reason(`Resources | take 1${expand.repeat(4)}`)).toBe(
      "The query has more than 3 'mv-expand' operators.",
    )
  })

  it('makes at most 128 rows of one by mv-expand', async () => {
    const { body } = await asked(`Resources | take 1 | mv-expand l = split('${'x'.repeat(199)}', '') | count`)
    expect(objectsAt(body, 'data')).toEqual([{ Count: 128 }])
  })

  it('is answered with 16 MB at most, in the words of Azure', async () => {
    const columns = Array.from({ length: 60 }, (_, index) => `c${index} = l`).join(', ')
    const query = `Resources | extend k = 1 | join kind=inner (Resources | extend k = 1 | summarize l = make_list(id) by k) on k | extend ${columns}`
    expect(await reason(query)).toMatch(
      /^Response payload size is \d+, and has exceeded the limit of 16777216\. Please consider querying less data/,
    )
  })

  it('finds the same in a long list as in a short one, with case and without', async () => {
    const [one] = azure.simulator.world.store.list('/subscriptions', 'Microsoft.Compute/galleries')
    const others = Array.from({ length: 2_000 }, (_, index) => `'x${index}'`).join(', ')
    const found = async (operator: string, name: string) =>
      objectsAt((await asked(`Resources | where name ${operator} (${others}, '${name}') | project name`)).body, 'data')
    expect(await found('in', one?.name ?? '')).toContainEqual({ name: one?.name })
    expect(await found('in', one?.name.toUpperCase() ?? '')).toEqual([])
    expect(await found('in~', one?.name.toUpperCase() ?? '')).toContainEqual({ name: one?.name })
  })
})
