import { getTestMachine } from '@portal/portal-api'
import {
  atRegion,
  blankVirtualMachinePlan,
  testMachineFields,
  testMachineTag,
  virtualMachineInventory,
  type VirtualMachinePlan,
} from '@portal/virtual-machine'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const subscriptionId = 'c0470500-0000-4000-8000-00000000a001'
const subscription = `/subscriptions/${subscriptionId}`
const imageVersionId = `${subscription}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/contosoGallery/images/windows-sql/versions/2025.10.1`
const group = `${subscription}/resourceGroups/test-windows-sql-2025.10.1`
const id = `${group}/providers/Microsoft.Compute/virtualMachines/test-2025-10-1`

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

async function create(over: Partial<VirtualMachinePlan> = {}): Promise<void> {
  const asked = { imageVersionId, subscriptionId, location: 'eastus2' }
  const { image } = z.parse(virtualMachineInventory, (await asAda.get('/api/virtual-machine-inventory', asked)).body)
  const blank = { ...blankVirtualMachinePlan(imageVersionId), subscriptionId }
  const plan: VirtualMachinePlan = {
    ...atRegion(blank, 'eastus2', image),
    ...testMachineFields(blank),
    size: 'Standard_D2s_v5',
    securityType: 'Standard',
    authenticationType: 'Password',
    ...over,
  }
  const reply = await asAda.send('PUT', '/api/virtual-machines', { plan, adminSecret: 'Correct-Horse-Battery-1' })
  expect(reply).toMatchObject({ status: 200 })
  portal.clock.advance(3_600_000)
}

async function found(machineId = id) {
  return z.parse(getTestMachine.response, (await asAda.get('/api/test-machine', { id: machineId })).body)
}

const remove = (machineId = id) => asAda.send('DELETE', '/api/test-machine', { id: machineId })
const isThere = (resourceId: string) => portal.azure.world.store.get(resourceId) !== undefined

it('is created in a group of its own, and deleted with all of it', async () => {
  await create()
  expect(portal.azure.world.store.get(group)?.tags).toEqual({ [testMachineTag]: '2025.10.1' })
  const { resources, issues, missingActions } = await found()
  expect([issues, missingActions]).toEqual([[], []])
  expect(resources.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['test-2025-10-1', 'test-2025-10-1-nic', 'test-2025-10-1-nsg', 'test-2025-10-1-vnet']),
  )
  expect(resources.filter(({ type }) => type === 'Microsoft.Compute/disks')).toHaveLength(3)
  expect((await remove()).status).toBe(200)
  portal.clock.advance(3_600_000)
  expect([isThere(id), isThere(group)]).toEqual([false, false])
})

it('stays where its group has something else, or is no group of a test', async () => {
  await create()
  const disk = portal.azure.world.store.get(
    `${subscription}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/disks/myOSDisk`,
  )
  if (disk === undefined) throw new Error('Contoso has lost a disk')
  portal.azure.world.store.put({ ...disk, id: `${group}/providers/Microsoft.Compute/disks/others`, name: 'others' })
  expect((await found()).issues).toMatchObject([{ code: 'TestMachineNotAlone', params: { names: 'others' } }])
  expect((await remove()).problem()).toMatchObject({ status: 422, issues: [{ code: 'TestMachineNotAlone' }] })
  expect(isThere(id)).toBe(true)

  const elsewhere = { resourceGroup: { isNew: false, name: 'myResourceGroup' }, name: 'test-2' }
  await create(elsewhere)
  const other = `${subscription}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/virtualMachines/test-2`
  expect((await remove(other)).problem()).toMatchObject({ status: 422, issues: [{ code: 'NoTestMachine' }] })
  expect(isThere(other)).toBe(true)
})

it('is not deleted by who may only read', async () => {
  await create()
  const asRita = await portal.as('rita@contoso.example')
  const { body } = await asRita.get('/api/test-machine', { id })
  expect(z.parse(getTestMachine.response, body).missingActions).toContain(
    'Microsoft.Resources/subscriptions/resourceGroups/delete',
  )
  const reply = await asRita.send('DELETE', '/api/test-machine', { id })
  expect(reply.problem()).toMatchObject({ status: 403 })
})
