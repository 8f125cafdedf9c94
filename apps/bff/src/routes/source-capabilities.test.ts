import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const plan = { publisher: 'contoso-partner', product: 'linux', name: 'hardened' }
const stated = {
  architecture: 'Arm64',
  diskControllerTypes: 'SCSI, NVMe',
  isAcceleratedNetworkSupported: true,
  purchasePlan: plan,
}

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

/** Changes properties of a resource in Azure. */
function change(id: string, properties: Record<string, unknown>): void {
  const { store } = portal.azure.world
  const found = store.get(id)
  if (found === undefined) throw new Error(`Contoso has no ${id}`)
  store.put(
    JSON.parse(JSON.stringify({ ...found, properties: { ...found.properties, ...properties } })) as typeof found,
  )
}

const supportedCapabilities = { architecture: 'Arm64', diskControllerTypes: 'NVMe, SCSI', acceleratedNetwork: true }

it('a snapshot has what it states about its system, whatever the order of its controllers', async () => {
  const id = `${group}/snapshots/myOSSnapshot`
  change(id, { supportedCapabilities, supportsHibernation: false, purchasePlan: plan })
  const { body } = await asAda.get('/api/source-resource', { id })
  expect(body).toMatchObject({ ...stated, isHibernateSupported: false })
})

it('a machine has what its OS disk states, and NVMe if it runs on it', async () => {
  const id = `${group}/virtualMachines/web-template-vm`
  const machine = portal.azure.world.store.get(id)
  const storageProfile = machine?.properties['storageProfile'] as { osDisk: { managedDisk: { id: string } } }
  change(storageProfile.osDisk.managedDisk.id, {
    supportedCapabilities: { architecture: 'Arm64', acceleratedNetwork: true },
    purchasePlan: plan,
  })
  change(id, { storageProfile: { ...storageProfile, diskControllerType: 'NVMe' } })
  const { body } = await asAda.get('/api/source-resource', { id })
  expect(body).toMatchObject(stated)
})

it('a version has what its definition states, with the controllers that start at it or before', async () => {
  const definition = `${group}/galleries/contosoGallery/images/ubuntu-web`
  const controllersFrom = (startsAtVersion: string) =>
    change(definition, {
      features: [{ name: 'DiskControllerTypes', value: 'SCSI, NVMe', startsAtVersion }],
      purchasePlan: plan,
    })
  const id = `${definition}/versions/1.0.0`
  controllersFrom('1.0.1')
  const { body: before } = await asAda.get('/api/source-resource', { id })
  expect(before).toMatchObject({ architecture: 'x64', purchasePlan: plan })
  expect(before).not.toHaveProperty('diskControllerTypes')
  controllersFrom('1.0.0')
  expect((await asAda.get('/api/source-resource', { id })).body).toMatchObject({ diskControllerTypes: 'SCSI, NVMe' })
})

it('a machine has the plan that it states itself', async () => {
  const id = `${group}/virtualMachines/web-template-vm`
  const machine = portal.azure.world.store.get(id)
  if (machine !== undefined) portal.azure.world.store.put({ ...machine, envelope: { ...machine.envelope, plan } })
  expect((await asAda.get('/api/source-resource', { id })).body).toMatchObject({ purchasePlan: plan })
})

it('a version whose definition has no plan has that of its source, as long as that is there', async () => {
  const version = `${group}/galleries/contosoGallery/images/ubuntu-web/versions/1.0.0`
  const source = `${group}/disks/myOSDisk`
  change(version, { storageProfile: { osDiskImage: { source: { id: source }, sizeInGB: 30 }, dataDiskImages: [] } })
  const planOf = async () => (await asAda.get('/api/source-resource', { id: version })).body
  expect(await planOf()).not.toHaveProperty('purchasePlan')
  change(source, { purchasePlan: plan })
  expect(await planOf()).toMatchObject({ purchasePlan: plan })
  portal.azure.world.store.remove(source)
  expect(await planOf()).not.toHaveProperty('purchasePlan')
})

it('a managed image, which states none, has the plan of the disk or snapshot that it was created from', async () => {
  const image = `${group}/images/myImage`
  const source = `${group}/snapshots/myOSSnapshot`
  const osDisk = { osType: 'Linux', osState: 'Generalized', snapshot: { id: source } }
  change(image, { storageProfile: { osDisk, dataDisks: [] } })
  change(source, { purchasePlan: plan })
  expect((await asAda.get('/api/source-resource', { id: image })).body).toMatchObject({ purchasePlan: plan })
  const { body: listed } = await asAda.get('/api/source-resources', { subscriptionId: production })
  expect(listed).toContainEqual(expect.objectContaining({ type: 'ManagedImage', id: image, purchasePlan: plan }))
  portal.azure.world.store.remove(source)
  expect((await asAda.get('/api/source-resource', { id: image })).body).not.toHaveProperty('purchasePlan')
})
