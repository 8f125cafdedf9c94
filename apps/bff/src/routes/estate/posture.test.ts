import { contoso, type World } from '@portal/azure-simulator'
import {
  browseDisks,
  browseImageVersions,
  browseVirtualMachines,
  getEstateOverview,
  getPosture,
  getPostureLimits,
  type Posture,
  type PostureGroup,
  type PostureLimits,
  type PostureSubject,
} from '@portal/portal-api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

// The posture, over the simulator by HTTP. It changes nothing, so one portal serves all tests.

const production = 'c0470500-0000-4000-8000-00000000a001'
const development = 'c0470500-0000-4000-8000-00000000a002'
const compute = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const contosoGallery = `${compute}/galleries/contosoGallery`
const version = `${contosoGallery}/images/ubuntu-web/versions/1.1.0`

let portal: TestPortal
let asAda: SignedIn
beforeAll(async () => {
  portal = await startTestPortal({ world: withMachines() })
  asAda = await portal.as('ada@contoso.example')
})
beforeEach(() => void (portal.azure.requests.length = 0))
afterAll(() => portal.close())

/** Contoso with two machines and their disks from a version: one under its own keys, of this month, and an old one. */
function withMachines(): World {
  const world = contoso({ now: Date.parse('2026-11-24T10:00:00Z') })
  const made = world.resources.flatMap((resource) => {
    const name = /(?:virtualMachines|disks)\/(trusted-vm|golden-vm)/.exec(resource.id)?.[1]
    if (name === undefined) return []
    const { properties } = resource
    const text = JSON.stringify({
      ...resource,
      properties: {
        ...properties,
        ...(name === 'trusted-vm' && { timeCreated: '2026-11-20T08:00:00Z' }),
        ...(resource.type.endsWith('disks') && { creationData: { galleryImageReference: { id: version } } }),
        ...(resource.type.endsWith('virtualMachines') && {
          storageProfile: { imageReference: { id: version } },
        }),
      },
    })
    return [JSON.parse(text.replaceAll(name, `from-gallery-${name}`)) as typeof resource]
  })
  return { ...world, resources: [...world.resources, ...made] }
}

async function posture(of: PostureSubject, user = asAda): Promise<Posture> {
  return getPosture.response.parse((await user.get(getPosture.path, { of })).body)
}
async function limits(user = asAda): Promise<PostureLimits> {
  return getPostureLimits.response.parse((await user.get(getPostureLimits.path)).body)
}
const sum = (groups: PostureGroup[]) => groups.reduce((total, { count }) => total + count, 0)
const queries = () => portal.azure.requests.filter(({ path }) => /ResourceGraph/i.test(path)).length

describe('the posture of image versions', () => {
  it('counts them by encryption as Home does, with one query', async () => {
    const { groups } = await posture('imageVersions')
    expect(queries()).toBe(1)
    const { imageVersions } = getEstateOverview.response.parse((await asAda.get(getEstateOverview.path)).body)
    for (const [encryption, count] of Object.entries(imageVersions))
      expect(sum(groups.filter((group) => group.encryption === encryption))).toBe(count)
  })

  it('has as many in each group as the list has with its filters', async () => {
    const { groups } = await posture('imageVersions')
    expect(groups.length).toBeGreaterThan(3)
    for (const { count, subscriptionId, galleryId, location, age, encryption } of groups) {
      const filters = { subscriptionId, galleryId, location, age, encryption }
      const { body } = await asAda.get(browseImageVersions.path, {
        ...filters,
        sort: 'name',
        direction: 'asc',
        page: '0',
      })
      expect(browseImageVersions.response.parse(body).total).toBe(count)
    }
  })

  it('knows their age by Azure’s clock', async () => {
    const agesOf = async () => new Set((await posture('imageVersions')).groups.map(({ age }) => age))
    expect(await agesOf()).toContain('older')
    expect(await agesOf()).not.toContain('unknown')
  })

  it('are those that the user can read', async () => {
    const { groups } = await posture('imageVersions', await portal.as('ben@contoso.example'))
    expect(new Set(groups.map(({ subscriptionId }) => subscriptionId))).toEqual(new Set([development]))
    expect((await posture('imageVersions', await portal.as('noor@contoso.example'))).groups).toEqual([])
  })
})

describe('the posture of what was created from image versions', () => {
  it('counts disks by their own encryption', async () => {
    const { groups } = await posture('disks')
    expect(queries()).toBe(1)
    const same = { galleryId: contosoGallery, subscriptionId: production, location: 'westus' }
    expect(groups).toEqual([
      { ...same, age: 'month', encryption: 'customer', count: 2 },
      { ...same, age: 'older', encryption: 'platform', count: 1 },
    ])
  })

  it('lists as many disks as each group counts, with set, machine, and version', async () => {
    const { groups } = await posture('disks')
    for (const { count, subscriptionId, galleryId, location, age, encryption } of groups) {
      const filters = { subscriptionId, galleryId, location, age, encryption }
      const { body } = await asAda.get(browseDisks.path, { ...filters, sort: 'set', direction: 'asc', page: '0' })
      expect(browseDisks.response.parse(body).total).toBe(count)
    }
    portal.azure.requests.length = 0
    const asked = { sort: 'name', direction: 'desc', page: '0', search: 'TRUSTED', age: 'month' }
    const { rows } = browseDisks.response.parse((await asAda.get(browseDisks.path, asked)).body)
    expect(queries()).toBe(1)
    expect(rows).toMatchObject(
      ['OsDisk', 'lun_0'].map((disk) => ({
        id: `${compute}/disks/from-gallery-trusted-vm_${disk}`,
        encryption: 'customer',
        diskEncryptionSetId: expect.stringContaining('/diskEncryptionSets/') as unknown,
        managedBy: `${compute}/virtualMachines/from-gallery-trusted-vm`,
        imageVersionId: version,
        timeCreated: '2026-11-20T08:00:00Z',
      })),
    )
    const confidential = { ...asked, encryption: 'confidential' }
    expect((await asAda.get(browseDisks.path, confidential)).body).toEqual({ total: 0, rows: [] })
  })

  it('counts machines by the encryption of their disks, each group as many as the list has', async () => {
    const { groups } = await posture('virtualMachines')
    expect(queries()).toBe(1)
    expect(groups.map(({ encryption, age, count }) => [encryption, age, count])).toEqual([
      ['customer', 'month', 1],
      ['platform', 'older', 1],
    ])
    for (const { count, subscriptionId, galleryId, location, age, encryption } of groups) {
      const filters = { subscriptionId, galleryId, location, age, encryption, image: 'gallery' }
      const asked = { ...filters, sort: 'name', direction: 'asc', page: '0' }
      const { body } = await asAda.get(browseVirtualMachines.path, asked)
      expect(browseVirtualMachines.response.parse(body).total).toBe(count)
    }
  })
})

describe('the limits of the posture', () => {
  it('are none for who can read everything, in two queries', async () => {
    const { unreadSets, covered } = await limits()
    expect(queries()).toBe(2)
    expect(unreadSets).toEqual([])
    expect(covered.map(({ subscriptionId }) => subscriptionId)).toEqual([production, development])
  })

  it('are the sets that versions use and the user cannot read', async () => {
    const { unreadSets, covered } = await limits(await portal.as('eva@contoso.example'))
    expect(unreadSets).toEqual([
      { subscriptionId: production, sets: expect.any(Number) as unknown, imageVersions: expect.any(Number) as unknown },
    ])
    expect(covered).toEqual([{ subscriptionId: production, resourceGroups: expect.any(Number) as unknown }])
  })
})
