import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const group =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'
const at = '2026-11-24T10:00:00Z'

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

const snapshotPuts = () =>
  portal.azure.requests.filter(({ method, path }) => method === 'PUT' && /\/snapshots\//.test(path))
const ask = (name: string) =>
  asAda.send('POST', '/api/virtual-machine-snapshots', { virtualMachineId: `${group}/virtualMachines/${name}`, at })

it("a snapshot of each disk of a machine keeps the disk's key, and is named after the machine and the time", async () => {
  const { status, body } = await ask('trusted-vm')
  expect(status).toBe(200)
  const osDiskId = `${group}/snapshots/trusted-vm-20261124100000-os`
  expect(body).toEqual({ osDiskId, dataDisks: [{ lun: 0, id: `${group}/snapshots/trusted-vm-20261124100000-lun-0` }] })
  // Sent side by side, they arrive in any order.
  const sentByPath = snapshotPuts().toSorted((one, other) => (one.path < other.path ? -1 : 1))
  expect(sentByPath.map(({ body: sent }) => sent)).toMatchObject(
    ['trusted-vm_lun_0', 'trusted-vm_OsDisk'].map((disk) => ({
      properties: {
        creationData: { createOption: 'Copy', sourceResourceId: `${group}/disks/${disk}` },
        encryption: { diskEncryptionSetId: expect.stringContaining('WestUSDiskEncryptionSet1') as string },
      },
    })),
  )
  portal.clock.advance(600_000)
  const { body: snapshot } = await asAda.get('/api/source-resource', { id: osDiskId })
  expect(snapshot).toMatchObject({ type: 'Snapshot', provisioningState: 'Succeeded', osType: 'Linux' })
})

it('asked twice, they are made once', async () => {
  const first = await ask('trusted-vm')
  expect((await ask('trusted-vm')).body).toEqual(first.body)
  expect(snapshotPuts()).toHaveLength(2)
})

it('who may not write snapshots is told so by Azure', async () => {
  const asRita = await portal.as('rita@contoso.example')
  const virtualMachineId = `${group}/virtualMachines/trusted-vm`
  const refused = await asRita.send('POST', '/api/virtual-machine-snapshots', { virtualMachineId, at })
  expect(refused.problem()).toMatchObject({ code: 'ForbiddenByAzure', azure: { code: 'AuthorizationFailed' } })
})
