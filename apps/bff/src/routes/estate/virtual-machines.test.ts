import { browseVirtualMachines, type VirtualMachineRow } from '@portal/portal-api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

// The list of virtual machines, over the simulator by HTTP. It changes nothing, so one portal serves all tests.

const production = 'c0470500-0000-4000-8000-00000000a001'
const compute = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const set = `${compute}/diskEncryptionSets/WestUSDiskEncryptionSet1`
const imageId = `${compute}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`

let portal: TestPortal
let asAda: SignedIn

beforeAll(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
  const { store } = portal.azure.world
  const [machine, osDisk, dataDisk] = [
    'virtualMachines/trusted-vm',
    'disks/trusted-vm_OsDisk',
    'disks/trusted-vm_lun_0',
  ]
    .map((path) => store.get(`${compute}/${path}`))
    .map((found) => {
      if (found === undefined) throw new Error('Contoso has lost a machine or its disk')
      return found
    })
  if (!machine || !osDisk || !dataDisk) throw new Error('Contoso has lost a machine or its disk')
  const copy = (name: string, change: (text: string) => string) => {
    for (const resource of [machine, osDisk, dataDisk]) {
      const renamed = JSON.stringify(resource).replaceAll('trusted-vm', name)
      store.put(JSON.parse(resource === dataDisk ? renamed : change(renamed)) as typeof machine)
    }
  }
  copy('mixed-vm', (text) =>
    text.replace(/"encryption":\{[^}]*\}/, '"encryption":{"type":"EncryptionAtRestWithPlatformKey"}'),
  )
  copy('sealed-vm', (text) =>
    text.replace(
      /("id":"[^"]*sealed-vm_OsDisk")/,
      `$1,"securityProfile":{"securityEncryptionType":"DiskWithVMGuestState","diskEncryptionSet":{"id":"${set}"}}`,
    ),
  )
  copy('imaged-vm', (text) =>
    text.replace('"storageProfile":{', `"storageProfile":{"imageReference":{"id":"${imageId}"},`),
  )
  copy('market-vm', (text) =>
    text.replace(
      '"storageProfile":{',
      '"storageProfile":{"imageReference":{"publisher":"Canonical","offer":"ubuntu","sku":"server"},',
    ),
  )
  store.remove(`${compute}/disks/market-vm_lun_0`)
})
afterAll(() => portal.close())

async function rows(query: Record<string, string>): Promise<VirtualMachineRow[]> {
  const asked = { sort: 'name', direction: 'asc', page: '0', ...query }
  const { body } = await asAda.get('/api/estate/virtual-machines', asked)
  return browseVirtualMachines.response.parse(body).rows
}

it.each([
  ['web-template-vm', 'platform', ['platform', 'platform']],
  ['trusted-vm', 'customer', ['customer', 'customer']],
  ['mixed-vm', 'mixed', ['platform', 'customer']],
  ['sealed-vm', 'mixed', ['confidential', 'customer']],
  // one of its disks can't be read
  ['market-vm', 'unknown', ['customer', 'unknown']],
])('%s shows whose keys encrypt its disks: %s', async (search, encryption, disks) => {
  const [machine] = await rows({ search })
  expect(machine?.encryption).toBe(encryption)
  expect(machine?.disks.map((each) => each.encryption)).toEqual(disks)
  expect((await rows({ encryption })).map(({ name }) => name)).toContain(search)
})

it('names the set of each disk, of the confidential part, and of a disk that cannot be read', async () => {
  const setsOf = async (search: string) => (await rows({ search }))[0]?.disks.map((each) => each.diskEncryptionSetId)
  expect(await setsOf('trusted-vm')).toEqual([set, set])
  expect(await setsOf('mixed-vm')).toEqual([undefined, set])
  expect(await setsOf('sealed-vm')).toEqual([set, set])
  expect(await setsOf('market-vm')).toEqual([set, set])
})

it('tells region, size, power state, and the image that each machine is from', async () => {
  expect(await rows({ search: 'imaged-vm' })).toMatchObject([
    { location: 'westus', size: 'Standard_D2s_v5', powerState: 'deallocated', imageId },
  ])
  expect(await rows({ search: 'market-vm' })).toMatchObject([{ marketplaceImage: 'Canonical / ubuntu / server' }])
  expect((await rows({ search: 'ubuntu-web/versions/1.1.0' })).map(({ name }) => name)).toEqual(['imaged-vm'])
})
