import { describe, expect, it } from 'vitest'
import { deploymentType } from '../arm/deployments/runs.ts'
import { systemClock } from '../clock/clock.ts'
import { isJsonObject, objectsAt, textAt } from '../json.ts'
import { startAzureSimulator, type SimulatorOptions } from '../simulator.ts'
import { aSigningKey } from '../testing/azure.ts'
import { queryBombs } from '../testing/bombs/query-bombs.ts'
import { aVisitor, computeOf } from '../testing/sandboxes.ts'
import type { SandboxLimits } from './sandbox-limits.ts'

const signingKey = aSigningKey()

async function aDemonstration(limits: Partial<SandboxLimits> = {}, more: Pick<SimulatorOptions, 'throttling'> = {}) {
  const newClock = () => systemClock({ rate: 1000 })
  const simulator = await startAzureSimulator({
    sandboxes: { limits, newClock },
    signingKey: await signingKey,
    ...more,
  })
  const ada = await aVisitor(simulator)
  const gallery = (name: string) => `${computeOf(simulator)}/galleries/${name}`
  return { simulator, ada, gallery, [Symbol.asyncDispose]: () => simulator.close() }
}

const textOf = (length: number) => 'x'.repeat(length)
const tags = (count: number, name = 't', value = '') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, value]))

describe('a sandbox', () => {
  it('holds a change to its share as well, by the size of the change', async () => {
    await using started = await aDemonstration({ bytes: 300_000 })
    const { ada, gallery } = started
    await ada.arm('PUT', gallery('mine'), { location: 'westus' })
    const change = (length: number) =>
      ada.arm('PATCH', gallery('mine'), { properties: { description: textOf(length) } })
    expect((await change(90_000)).status).toBe(200)
    expect(await change(90_000)).toMatchObject({ status: 409, body: { error: { code: 'SandboxQuotaExceeded' } } })
  })

  it('holds to it what a deployment makes', async () => {
    await using started = await aDemonstration({ resources: 4 })
    const { ada, simulator } = started
    const path = `${computeOf(simulator).replace('Microsoft.Compute', 'Microsoft.Resources')}/deployments/disks`
    const disk = {
      type: 'Microsoft.Compute/disks',
      apiVersion: '2024-03-02',
      name: "[format('disk-{0}', copyIndex())]",
      location: 'westus',
      copy: { name: 'loop', count: 6 },
      properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 4 },
    }
    await ada.arm('PUT', path, { properties: { mode: 'Incremental', template: { resources: [disk] } } })
    await ada.arm('POST', '/simulator/world/finish')
    const { body } = await ada.arm('GET', path)
    const codes = objectsAt(body, 'properties', 'error', 'details').map((detail) => textAt(detail, 'code'))
    expect(codes).toEqual(['SandboxQuotaExceeded', 'SandboxQuotaExceeded', 'SandboxQuotaExceeded'])
  })

  it('D21: has deployments that multiply go on in small parts, so that nobody waits for all of them', async () => {
    await using started = await aDemonstration()
    const { ada, simulator } = started
    const deployments = `${computeOf(simulator).replace('Microsoft.Compute', 'Microsoft.Resources')}/deployments`
    const itself = (suffix: string) => ({
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2025-04-01',
      name: `[concat(deployment().name, '${suffix}')]`,
      properties: { mode: 'Incremental', template: '[deployment().properties.template]' },
    })
    const template = { resources: [itself('a'), itself('b')] }
    expect((await ada.arm('PUT', `${deployments}/x`, { properties: { mode: 'Incremental', template } })).status).toBe(
      201,
    )
    const running = () => simulator.tenants.get(ada.tenantId)?.store.list('/subscriptions', deploymentType).length ?? 0
    await ada.arm('POST', '/simulator/world/advance', { minutes: 60 })
    const first = running()
    expect(first).toBeLessThan(200)
    await ada.arm('POST', '/simulator/world/advance', { minutes: 60 })
    expect(running()).toBeGreaterThan(first)
  })

  it.each([
    ['51 tags', tags(51), 'InvalidTagCount'],
    ['a tag whose name has 513 characters', tags(1, textOf(512)), 'InvalidTagNameLength'],
    ['a tag whose value has 257 characters', tags(1, 't', textOf(257)), 'InvalidTagValueLength'],
  ])('refuses %s, as Azure does', async (_, sent, code) => {
    await using started = await aDemonstration()
    const { ada, gallery } = started
    const most = tags(50, textOf(510), textOf(256))
    expect((await ada.arm('PUT', gallery('mine'), { location: 'westus', tags: most })).status).toBe(201)
    expect(await ada.arm('PATCH', gallery('mine'), { tags: sent })).toMatchObject({
      status: 400,
      body: { error: { code } },
    })
  })

  it('is throttled however fast its clock runs', async () => {
    await using started = await aDemonstration({}, { throttling: { 'subscription-writes': 2 } })
    const { ada, gallery } = started
    const put = async (name: string) => (await ada.arm('PUT', gallery(name), { location: 'westus' })).status
    const move = () => ada.arm('POST', '/simulator/world/finish')
    expect([await put('one'), await move(), await put('two'), await move(), await put('three')]).toMatchObject([
      201,
      { status: 200 },
      201,
      { status: 200 },
      429,
    ])
  })

  it('has its share of the work, and leaves the others theirs', async () => {
    await using started = await aDemonstration({}, { throttling: 'off' })
    const { ada, simulator, gallery } = started
    const vera = await aVisitor(simulator)
    const [heavy] = queryBombs.filter(({ name }) => name === 'a thousand times has on all properties')
    const bomb: unknown = JSON.parse(heavy?.body() ?? '')
    const query = isJsonObject(bomb) ? bomb : {}
    const ask = () => ada.arm('POST', '/providers/Microsoft.ResourceGraph/resources', query)
    const answers = await Promise.all(Array.from({ length: 12 }, ask))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(5)
    expect(refused[0]).toMatchObject({ body: { error: { code: 'SandboxWorkExceeded' } } })
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^[1-9]$/)
    expect((await vera.arm('GET', gallery('contosoGallery'))).status).toBe(200)
  })
})
