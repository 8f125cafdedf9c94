import { anInventory } from '@portal/image-version/testing'
import type { Scenario } from '@portal/portal-api'
import { check } from '@portal/version-rules'
import { expect, it } from 'vitest'
import { planOfScenario } from './scenario-draft.ts'
import { scenarioPath } from './scenario-path.ts'

const compute = '/subscriptions/0a0a0a0a-1111-4222-8333-444444444444/resourceGroups/g/providers/Microsoft.Compute'
const definition = `${compute}/galleries/contosoGallery/images/ubuntu-web`
const scenario = (over: Partial<Scenario>): Scenario => ({
  id: 'key-disabled',
  category: 'keys',
  minutes: 1,
  persona: 'ada@contoso.example',
  resourceIds: [definition],
  draft: {
    version: '3.0.0',
    tab: 'encryption',
    sourceIds: [`${compute}/images/myImage`],
    regions: [{ name: 'westus', sets: ['os', '', 'two'] }],
  },
  ...over,
})

it('a draft with sets is encrypted with customer-managed keys, each set in its cell', () => {
  expect(planOfScenario(scenario({}))).toMatchObject({
    imageDefinitionId: definition,
    name: '3.0.0',
    location: 'westus',
    source: { type: 'ManagedImage' },
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    targetRegions: [
      { name: 'westus', encryption: { osDiskImage: 'os', dataDiskImages: [{ lun: 1, diskEncryptionSetId: 'two' }] } },
    ],
  })
})

it.each([
  [['images/myImage'], 'ManagedImage'],
  [['virtualMachines/trusted-vm'], 'VirtualMachine'],
  [['disks/os', 'snapshots/data'], 'DisksAndSnapshots'],
])('its source %j is read as %s, and its plan is one that can be checked', (names, type) => {
  const sourceIds = names.map((name) => `${compute}/${name}`)
  const regions = [{ name: 'westus', sets: [] }]
  const plan = planOfScenario(scenario({ draft: { version: '3.0.0', tab: 'basics', sourceIds, regions } }))
  expect(plan).toMatchObject({ source: { type }, encryptionType: 'EncryptionAtRestWithPlatformKey' })
  expect(() => plan && check(plan, anInventory())).not.toThrow()
})

it.each<[string, Partial<Scenario>, string]>([
  ['its tab of the wizard', {}, `/create-image-version?definition=${encodeURIComponent(definition)}&tab=encryption`],
  ['key impact', { id: 'key-outage', resourceIds: ['set'] }, '/disk-encryption-sets/key-impact?set=set'],
  [
    'the wizard of a test machine',
    { id: 'terms-not-accepted', resourceIds: ['version'] },
    '/create-virtual-machine?version=version&test=yes',
  ],
  ['the galleries', { resourceIds: [] }, '/image-versions/galleries'],
])('a scenario begins at %s', (_, over, path) => {
  expect(scenarioPath(scenario(over))).toBe(path)
})
