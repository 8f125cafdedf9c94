import { describe, expect, it } from 'vitest'
import { startAzureSimulator } from '../simulator.ts'
import { armToken, startedAzure, type StartedAzure } from '../testing/azure.ts'

const megabytes = (count: number) => count * 1024 ** 2

/** Bodies that took minutes to read, or a hundred times their size in memory. */
const bombs: [string, string][] = [
  ['an open brace and 4 MB of spaces', `{${' '.repeat(megabytes(4) - 10)}!`],
  ['a text of escaped quotes without an end', `"${'\\"'.repeat(megabytes(2) - 10)}`],
  ['comments without an end', '/* '.repeat(megabytes(1))],
  ['a million empty objects', `{"a":[${'{},'.repeat(megabytes(1))}{}]}`],
  ['a million names without quotes', `{${'a:1,'.repeat(megabytes(1) - 10)}!`],
  ['four million open brackets', '['.repeat(megabytes(4) - 10)],
]

const longest = 5_000

async function sent(azure: StartedAzure, more: { path: string; body: string; token?: string }) {
  const began = performance.now()
  const response = await fetch(`${azure.simulator.url}${more.path}?api-version=2025-04-01`, {
    method: 'PUT',
    body: more.body,
    headers: more.token === undefined ? {} : { authorization: `Bearer ${more.token}` },
  })
  const body: unknown = await response.json()
  return { status: response.status, body, milliseconds: performance.now() - began }
}

describe('a body', () => {
  it.each(bombs)('of a stranger is refused unread: %s', async (_, body) => {
    await using azure = await startedAzure()
    const { status, milliseconds } = await sent(azure, { path: '/subscriptions/x', body })
    expect([status, milliseconds < longest]).toEqual([401, true])
    expect(azure.simulator.requests.at(-1)?.body).toBeUndefined()
  })

  it.each(bombs)('of a user is read in proportion to its length: %s', async (_, body) => {
    await using azure = await startedAzure()
    const token = await armToken(azure.simulator, 'Ada')
    const path = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup/providers/Microsoft.Resources/deployments/d`
    const { status, milliseconds, ...answer } = await sent(azure, { path, body, token })
    expect([status, milliseconds < longest]).toEqual([400, true])
    expect(answer.body).toMatchObject({ error: { code: 'InvalidRequestContent' } })
  })

  it.each([
    ['a gallery', 'galleries/g', 256 * 1024, '256 KB'],
    ['an image version', 'galleries/contosoGallery/images/ubuntu-web/versions/9.0.0', megabytes(2), '2 MB'],
  ])('of %s has a limit', async (_, resource, limit, shown) => {
    await using azure = await startedAzure()
    const token = await armToken(azure.simulator, 'Ada')
    const path = azure.compute(resource)
    const body = (length: number) => `{"tags":"${'x'.repeat(length - 11)}"}`
    expect(await sent(azure, { path, body: body(limit + 1), token })).toMatchObject({
      status: 413,
      body: { error: { message: `The request content size exceeds the maximum size of ${shown}.` } },
    })
    expect((await sent(azure, { path, body: body(limit), token })).status).toBe(400)
  })

  it('of a version in sixty regions with sixty-five sets each is within it', () => {
    const set = `/subscriptions/${'0'.repeat(36)}/resourceGroups/${'g'.repeat(90)}/providers/Microsoft.Compute/diskEncryptionSets/${'s'.repeat(80)}`
    const images = Array.from({ length: 65 }, (_, lun) => ({ lun, diskEncryptionSetId: set }))
    const targetRegions = Array.from({ length: 60 }, () => ({
      name: 'r'.repeat(20),
      encryption: { dataDiskImages: images },
    }))
    expect(JSON.stringify({ properties: { publishingProfile: { targetRegions } } }).length).toBeLessThan(megabytes(2))
  })

  it('is recorded only where that is asked for', async () => {
    const simulator = await startAzureSimulator()
    try {
      const token = await armToken(simulator, 'Ada')
      const subscription = simulator.world.subscriptions[0]?.subscriptionId
      await fetch(`${simulator.url}/subscriptions/${subscription}/resourceGroups/new?api-version=2021-04-01`, {
        method: 'PUT',
        body: '{"location":"westus"}',
        headers: { authorization: `Bearer ${token}` },
      })
      expect(simulator.requests.at(-1)).toMatchObject({ method: 'PUT', status: 201, body: undefined })
    } finally {
      await simulator.close()
    }
  })
})
