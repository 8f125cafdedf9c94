import { readFileSync } from 'node:fs'
import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { aPlan, customerManaged } from '@portal/image-version/testing'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { longestFragment } from '../plan-files/link-fragment.ts'
import { planFragment } from '../plan-files/plan-link.ts'
import {
  longestProfile,
  profiledSet,
  profileFragment,
  profileFromLink,
  profileFromText,
  profileJsonSchema,
  profileText,
  type EncryptionProfile,
} from './encryption-profile.ts'
import { profileRegionsOfPlan } from './profile-of.ts'

const published: unknown = JSON.parse(
  readFileSync(new URL('../../../../docs/schemas/encryption-profile.v1.json', import.meta.url), 'utf8'),
)
const origin = 'https://portal.example'
const profile: EncryptionProfile = { name: 'Production', regions: profileRegionsOfPlan(aPlan()) }
const file = { $schema: '', version: 1, profile }

function faultOf(value: unknown) {
  const { fault } = profileFromText(typeof value === 'string' ? value : JSON.stringify(value))
  return fault && [fault.code, ...Object.values<unknown>(fault.params).map(String)].join(' ')
}

describe('the file of a profile', () => {
  it('gives the profile back, and names the schema that the portal serves', () => {
    expect(profileFromText(profileText(profile, origin))).toEqual({ profile })
    expect(profileText(profile, origin)).toContain(`"${origin}/schemas/encryption-profile.v1.json"`)
  })

  it.each([
    ['no JSON', '{"version": 1', 'Foreign'],
    ["another program's file", { name: 'x' }, 'Foreign'],
    ["a plan's file", { $schema: '', version: 1, plan: aPlan() }, 'Foreign'],
    ['a later version', { ...file, version: 2 }, 'VersionUnknown 2 1'],
    ['more than a profile has', { ...file, profile: { ...profile, apply: true } }, 'Invalid profile'],
    ['a name of two lines', { ...file, profile: { ...profile, name: 'a\nb' } }, 'Invalid profile.name'],
    ['a name with an invisible letter', { ...file, profile: { ...profile, name: 'a\u3164' } }, 'Invalid profile.name'],
    ['a name that turns the text', { ...file, profile: { ...profile, name: 'a\u202Eb' } }, 'Invalid profile.name'],
    ['no name', { ...file, profile: { ...profile, name: '' } }, 'Invalid profile.name'],
    [
      'more regions than Azure has',
      { ...file, profile: { ...profile, regions: moreRegions() } },
      'Invalid profile.regions',
    ],
    ['a region twice', { ...file, profile: { ...profile, regions: twice('West US') } }, 'RegionTwice West US'],
    ['more than any profile', ' '.repeat(longestProfile + 1), 'TooLarge'],
    [
      'a key of objects',
      `{"version":1,"$schema":"","profile":{"name":"a","regions":[],"__proto__":{}}}`,
      'Invalid profile',
    ],
  ])('with %s is refused', (_, value, fault) => {
    expect(faultOf(value)).toBe(fault)
  })

  it('that names a disk of a region twice is refused', () => {
    const dataDiskImages = [0, 0].map((lun) => ({ lun, diskEncryptionSetId: '' }))
    const encryption = { osDiskImage: '', dataDiskImages, secureVMDiskEncryptionSetId: '' }
    expect(faultOf({ ...file, profile: { name: 'a', regions: [{ name: 'westus', encryption }] } })).toBe(
      'RegionTwice westus',
    )
  })
})

describe('the published schema', () => {
  const validate = new Ajv2020({ strict: false }).compile(Object(published))

  it('is the one that the portal reads by', () => {
    expect(published).toEqual(profileJsonSchema())
  })

  it('accepts what the portal writes, and refuses what it refuses', () => {
    expect(validate(JSON.parse(profileText(profile, origin)))).toBe(true)
    expect(validate({ ...file, profile: { ...profile, name: 'a\nb' } })).toBe(false)
    expect(validate({ ...file, version: 2 })).toBe(false)
  })
})

describe('a profile in a link', () => {
  it('comes back from the link and from its fragment', async () => {
    const fragment = await profileFragment(profile)
    expect(fragment).toMatch(/^#profile=[\w-]+$/)
    expect(await profileFromLink(fragment)).toEqual({ profile })
    expect(await profileFromLink(`${origin}/image-versions/import${fragment}`)).toEqual({ profile })
  })

  it('of 60 regions with 8 disks still fits', async () => {
    const targetRegions = Array.from({ length: 60 }, (_, index) =>
      customerManaged(`region${index}`, {
        os: `des-region${index}-os`,
        ...Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((lun) => [lun, `des-region${index}-${lun}`])),
      }),
    )
    const large = { name: 'Everywhere', regions: profileRegionsOfPlan(aPlan({ targetRegions })) }
    const fragment = await profileFragment(large)
    expect(fragment.length).toBeLessThan(longestFragment)
    expect(await profileFromLink(fragment)).toEqual({ profile: large })
  })

  it('that is damaged says so, and the link of a plan is none', async () => {
    const fragment = await profileFragment(profile)
    expect(await profileFromLink(fragment.slice(0, -20))).toMatchObject({ fault: { code: 'Foreign' } })
    expect(await profileFromLink('#profile=%%%')).toMatchObject({ fault: { code: 'Foreign' } })
    expect(await profileFromLink(await planFragment(aPlan()))).toBeUndefined()
    expect(await profileFromLink('https://portal.example/')).toBeUndefined()
  })
})

it('has a set by region, in any spelling, and disk', () => {
  expect(profiledSet(profile, 'East US 2', 0)).toBe(diskEncryptionSetId('EastUS2DiskEncryptionSet2'))
  expect(profiledSet(profile, 'eastus2', 'os')).toBe(diskEncryptionSetId('EastUS2DiskEncryptionSet1'))
  expect(profiledSet(profile, 'eastus2', 1)).toBe('')
  expect(profiledSet(profile, 'eastus2', 'confidential')).toBe('')
  expect(profiledSet(profile, 'japaneast', 'os')).toBe('')
})

function moreRegions() {
  return Array.from({ length: 101 }, (_, index) => ({ ...profile.regions[0], name: `region${index}` }))
}

function twice(name: string) {
  return [...profile.regions, { ...profile.regions[0], name }]
}
