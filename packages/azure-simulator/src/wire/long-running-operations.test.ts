import { describe, expect, it } from 'vitest'
import { textAt, valueAt, type Json } from '../json.ts'
import type { AzureSimulator } from '../simulator.ts'
import { startedAzure, type StartedAzure } from '../testing/azure.ts'

// What was recorded of each family: status and state of the answers, the segment of the operation's URL, `Retry-After`.
interface Family {
  path: string
  /** of the PUT; the newest by default */
  apiVersion?: string
  body(azure: StartedAzure): Json
  segment: string
  create: [status: number, state: string]
  update: [status: number, state: string]
  retryAfter: [put: string | null, remove: string | null]
}

const location = 'westus'
const definition = {
  osType: 'Linux',
  osState: 'Generalized',
  identifier: { publisher: 'contoso', offer: 'wire', sku: 'one' },
}
const disk = { creationData: { createOption: 'Empty' }, diskSizeGB: 4 }
const machine = { storageProfile: { osDisk: { createOption: 'FromImage' } } }

// A set must name an existing key: this is that of another set.
const activeKeyOf = ({ world }: AzureSimulator, set: string) => world.store.get(set)?.properties['activeKey'] ?? null

const families: Family[] = [
  {
    path: 'galleries/wire',
    body: () => ({ location }),
    segment: 'capsOperations',
    create: [201, 'Creating'],
    update: [200, 'Updating'],
    retryAfter: [null, null],
  },
  {
    path: 'galleries/contosoGallery/images/wire',
    body: () => ({ location, properties: definition }),
    segment: 'capsOperations',
    create: [201, 'Creating'],
    update: [200, 'Updating'],
    retryAfter: [null, null],
  },
  {
    path: 'disks/wire',
    body: () => ({ location, properties: disk }),
    segment: 'DiskOperations',
    create: [202, 'Updating'],
    update: [202, 'Updating'],
    retryAfter: ['2', null],
  },
  {
    path: 'snapshots/wire',
    body: () => ({ location, properties: disk }),
    segment: 'DiskOperations',
    create: [202, 'Updating'],
    update: [202, 'Updating'],
    retryAfter: ['2', null],
  },
  {
    path: 'diskEncryptionSets/wire',
    body: ({ simulator, compute }) => ({
      location,
      identity: { type: 'SystemAssigned' },
      properties: { activeKey: activeKeyOf(simulator, compute('diskEncryptionSets/WestUSDiskEncryptionSet1')) },
    }),
    segment: 'DiskOperations',
    create: [202, 'Updating'],
    update: [202, 'Updating'],
    retryAfter: [null, null],
  },
  {
    path: 'virtualMachines/wire',
    body: () => ({ location, properties: machine }),
    segment: 'operations',
    create: [201, 'Creating'],
    update: [200, 'Updating'],
    retryAfter: ['10', '10'],
  },
]

const aDay = 24 * 60 * 60_000
const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?\+00:00$/

describe.each(families)('the long-running operations of $path', (family) => {
  const { path: name, body, segment, apiVersion = '2025-12-03' } = family

  it('answer as the family does to create, update and delete', async () => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    const path = azure.compute(name)
    for (const [status, state] of [family.create, family.update]) {
      const answer = await arm('PUT', `${path}?api-version=${apiVersion}`, body(azure))
      expect([answer.status, valueAt(answer.body, 'properties', 'provisioningState')]).toEqual([status, state])
      expect(answer.headers.get('azure-asyncoperation')).toMatch(
        new RegExp(
          `/providers/Microsoft.Compute/locations/\\w+/${segment}/[0-9a-f-]{36}\\?.*api-version=${apiVersion}&t=`,
        ),
      )
      expect(answer.headers.get('location') !== null).toBe(segment === 'DiskOperations')
      expect(answer.headers.get('retry-after')).toBe(family.retryAfter[0])
      azure.clock.advance(aDay)
    }
    const removed = await arm('DELETE', path)
    expect([removed.status, removed.text, removed.headers.get('content-type')]).toEqual([202, '', null])
    expect(removed.headers.get('location')).toContain('monitor=true')
    expect(removed.headers.get('retry-after')).toBe(family.retryAfter[1])
  })

  it('tell their status with the keys in order, and the resource only if they are of disks', async () => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    const { headers } = await arm('PUT', `${azure.compute(name)}?api-version=${apiVersion}`, body(azure))
    const url = headers.get('azure-asyncoperation') ?? ''
    const running = await arm('GET', url)
    expect([running.status, running.headers.get('retry-after')]).toEqual([200, segment === 'operations' ? '30' : null])
    expect(Object.keys(running.body)).toEqual(['startTime', 'status', 'name'])
    expect(running.body).toMatchObject({ status: 'InProgress', name: new URL(url).pathname.split('/').at(-1) ?? '' })
    azure.clock.advance(aDay)
    const done = (await arm('GET', url)).body
    const output = segment === 'DiskOperations' ? ['properties'] : []
    expect(Object.keys(done)).toEqual(['startTime', 'endTime', 'status', ...output, 'name'])
    expect([textAt(done, 'startTime'), textAt(done, 'endTime')]).toEqual([
      expect.stringMatching(utc),
      expect.stringMatching(utc),
    ])
    expect(textAt(done, 'properties', 'output', 'id')).toBe(
      segment === 'DiskOperations' ? azure.compute(name) : undefined,
    )
  })
})

describe('an operation', () => {
  it('is not found under another subscription', async () => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    const { headers } = await arm('PUT', azure.compute('galleries/wire'), { location })
    const url = headers.get('azure-asyncoperation') ?? ''
    const ada = await azure.as('Ada')
    const answer = await ada('GET', url.replace(azure.production, azure.development))
    expect([answer.status >= 400, answer.status < 500]).toEqual([true, true])
  })
})
