import { describe, expect, it } from 'vitest'
import { textAt, type JsonObject } from '../json.ts'
import { startAzureSimulator } from '../simulator.ts'
import { aSigningKey, startedAzure } from '../testing/azure.ts'
import { aVersion, aVisitor } from '../testing/sandboxes.ts'

const world = '/simulator/world'
const signingKey = aSigningKey()

async function aSandbox() {
  const simulator = await startAzureSimulator({ sandboxes: {}, signingKey: await signingKey })
  const ada = await aVisitor(simulator)
  return { simulator, ada, [Symbol.asyncDispose]: () => simulator.close() }
}

const timeOf = (body: JsonObject) => Date.parse(textAt(body, 'clock', 'now') ?? '')

describe('/simulator/world', () => {
  it('tells a sandbox whose it is, who is there and how fast its time runs', async () => {
    await using started = await aSandbox()
    const { ada, simulator } = started
    const { status, body } = await ada.arm('GET', world)
    const [me] = simulator.world.users
    const isoDate = /^\d{4}-\d\d-\d\dT.*Z$/
    expect([textAt(body, 'clock', 'now'), textAt(body, 'startedAt')]).toEqual([
      expect.stringMatching(isoDate),
      expect.stringMatching(isoDate),
    ])
    expect([status, body]).toMatchObject([
      200,
      {
        tenantId: ada.tenantId,
        tenantName: simulator.world.tenantName,
        me: me?.id,
        people: simulator.world.users.map(({ id, userPrincipalName, displayName, jobTitle }) => ({
          objectId: id,
          userPrincipalName,
          displayName,
          jobTitle,
        })),
        clock: { rate: 15 },
        underWay: 0,
        isSandbox: true,
      },
    ])
  })

  it('D02: changes the pace of one sandbox and of no other, from 1 to 1,000 times real time', async () => {
    await using started = await aSandbox()
    const { ada, simulator } = started
    const other = await aVisitor(simulator)
    expect(await ada.arm('PATCH', world, { rate: 60 })).toMatchObject({ status: 200, body: { clock: { rate: 60 } } })
    expect((await other.arm('GET', world)).body).toMatchObject({ clock: { rate: 15 } })
    for (const body of [0, 1e-9, 0.99, 1001, 1e300, 'fast'].map((rate) => ({ rate })))
      expect(await ada.arm('PATCH', world, body)).toMatchObject({
        status: 400,
        body: { error: { code: 'InvalidRate' } },
      })
  })

  it('finishes what is under way, a replication of several minutes too', async () => {
    await using started = await aSandbox()
    const { ada, simulator } = started
    const version = aVersion(simulator, '7.0.0')
    await ada.arm('PUT', version.path, version.body)
    expect((await ada.arm('GET', world)).body['underWay']).toBe(1)
    expect(await ada.arm('POST', `${world}/finish`)).toMatchObject({ status: 200, body: { underWay: 0 } })
    const { body } = await ada.arm('GET', version.path)
    expect(textAt(body, 'properties', 'provisioningState')).toBe('Succeeded')
  })

  it('finishes what it counts, and leaves what the recycle bin keeps for four weeks', async () => {
    await using started = await aSandbox()
    const { ada, simulator } = started
    const version = aVersion(simulator, '7.0.0')
    const inBin = simulator.world.store
      .snapshot()
      .filter(({ type }) => type === 'Microsoft.Compute/galleries/softDeletedArtifactTypes/artifacts/versions')
    expect(inBin.length).toBeGreaterThan(0)
    await ada.arm('PUT', version.path, version.body)
    const { body: before } = await ada.arm('GET', world)
    const { body: after } = await ada.arm('POST', `${world}/finish`)
    expect(after['underWay']).toBe(0)
    expect(timeOf(after) - timeOf(before)).toBeLessThan(30 * 60_000)
    const { body: again } = await ada.arm('POST', `${world}/finish`)
    expect(timeOf(again) - timeOf(after)).toBeLessThan(60_000)
  })

  it('starts anew, at its first time and pace, with nobody signed out', async () => {
    await using started = await aSandbox()
    const { ada, simulator } = started
    const version = aVersion(simulator, '7.0.0')
    const { body: before } = await ada.arm('GET', world)
    await ada.arm('PATCH', world, { rate: 100 })
    await ada.arm('POST', `${world}/advance`, { minutes: 1440 })
    await ada.arm('PUT', version.path, version.body)
    const { status, body } = await ada.arm('POST', `${world}/reset`)
    expect([status, body]).toMatchObject([200, { tenantId: ada.tenantId, underWay: 0, clock: { rate: 15 } }])
    expect(timeOf(body)).toBeLessThanOrEqual(timeOf(before) + 60_000)
    expect((await ada.arm('GET', version.path)).status).toBe(404)
  })

  it('counts calls as before after a reset to an earlier time', async () => {
    await using azure = await startedAzure({ throttling: { 'subscription-reads': 1 } })
    const { clock, compute } = azure
    const ada = await azure.as('Ada')
    clock.advance(24 * 60 * 60_000)
    const read = async () => (await ada('GET', compute('galleries/contosoGallery'))).status
    expect([await read(), await read()]).toEqual([200, 429])
    await ada('POST', `${world}/reset`)
    expect([await read(), await read()]).toEqual([200, 429])
  })

  it('is not told to strangers', async () => {
    await using started = await aSandbox()
    const response = await fetch(`${started.simulator.url}${world}`)
    expect([response.status, await response.json()]).toMatchObject([401, { error: { code: 'AuthenticationFailed' } }])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('moves a clock that stands still to the end of the work, and does not make it run', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const version = aVersion(azure.simulator, '7.0.0')
    await ada('PUT', version.path, version.body)
    expect(await ada('POST', `${world}/finish`)).toMatchObject({
      body: { underWay: 0, isSandbox: false, clock: { rate: null } },
    })
    expect((await ada('GET', version.path)).body).toMatchObject({ properties: { provisioningState: 'Succeeded' } })
    expect(await ada('PATCH', world, { rate: 2 })).toMatchObject({
      status: 409,
      body: { error: { code: 'ManualClock' } },
    })
  })
})
