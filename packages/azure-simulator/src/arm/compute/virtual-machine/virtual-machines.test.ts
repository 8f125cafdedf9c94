import { describe, expect, it } from 'vitest'
import { objectsAt, valueAt } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

async function aMachine() {
  const azure = await startedAzure()
  const ada = await azure.as('Ada')
  const path = azure.compute('virtualMachines/golden-vm')
  const codes = async () => {
    const { body } = await ada('GET', `${path}/instanceView`)
    return objectsAt(body, 'statuses').map(({ code }) => code)
  }
  return { azure, ada, path, codes, [Symbol.asyncDispose]: () => azure.simulator.close() }
}

describe('a virtual machine', () => {
  it.each([
    ['start', 'PowerState/running'],
    ['restart', 'PowerState/running'],
    ['powerOff', 'PowerState/stopped'],
    ['deallocate', 'PowerState/deallocated'],
  ])('is told to %s: 202 with an operation, empty to the end', async (action, power) => {
    await using machine = await aMachine()
    const { azure, ada, path, codes } = machine
    const { status, headers, text } = await ada('POST', `${path}/${action}`)
    expect([status, text, headers.get('retry-after')]).toEqual([202, '', '10'])
    const [operation, monitor] = ['azure-asyncoperation', 'location'].map((name) => headers.get(name) ?? '')
    expect((await ada('GET', operation ?? '')).body).toMatchObject({ status: 'InProgress' })
    expect((await ada('GET', path)).body).toMatchObject({ properties: { provisioningState: 'Updating' } })
    azure.clock.advance(30_000)
    expect(Object.keys((await ada('GET', operation ?? '')).body)).toEqual(['startTime', 'endTime', 'status', 'name'])
    expect(await ada('GET', monitor ?? '')).toMatchObject({ status: 200, text: '' })
    expect(await codes()).toContain(power)
  })

  it('is generalized at once, and does not start any more', async () => {
    await using machine = await aMachine()
    const { ada, path, codes } = machine
    expect(await ada('POST', `${path}/generalize`)).toMatchObject({ status: 200, text: '' })
    expect(await codes()).toContain('OSState/generalized')
    expect(await ada('POST', `${path}/start`)).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'OperationNotAllowed',
          message: "Operation 'start' is not allowed on VM 'golden-vm' since the VM is generalized.",
        },
      },
    })
  })

  it('has an etag, in its body and as a header, that counts its changes', async () => {
    await using machine = await aMachine()
    const { azure, ada, path } = machine
    const etags = async () => {
      const { headers, body } = await ada('GET', path)
      return [headers.get('etag'), body['etag']]
    }
    expect(await etags()).toEqual(['"1"', '"1"'])
    const { status, headers, body } = await ada('PATCH', path, { tags: { tier: 'web' } })
    expect([status, headers.get('etag'), valueAt(body, 'properties', 'provisioningState')]).toEqual([
      200,
      '"2"',
      'Updating',
    ])
    azure.clock.advance(10_000)
    expect(await etags()).toEqual(['"2"', '"2"'])
  })

  it('shows its disks and its agent to those who expand the instance view', async () => {
    await using machine = await aMachine()
    const { azure, ada } = machine
    const path = azure.compute('virtualMachines/new-vm')
    await ada('PUT', path, { location: 'westus', properties: { storageProfile: { dataDisks: [{ lun: 0 }] } } })
    azure.clock.advance(10_000)
    const { body } = await ada('GET', `${path}?$expand=instanceView`)
    expect(valueAt(body, 'properties', 'instanceView')).toMatchObject({
      vmAgent: { extensionHandlers: [], statuses: [{ displayStatus: 'Not Ready' }] },
      disks: [{ name: expect.stringContaining('_OsDisk_1_') as unknown }, { statuses: [{ level: 'Info' }] }],
    })
    expect(valueAt((await ada('GET', path)).body, 'properties', 'instanceView')).toBeUndefined()
  })

  it('with trusted launch cannot be captured into a managed image', async () => {
    await using azure = await startedAzure()
    const sourceVirtualMachine = { id: azure.compute('virtualMachines/trusted-vm') }
    const ada = await azure.as('Ada')
    const sent = { location: 'westus', properties: { sourceVirtualMachine } }
    expect((await ada('PUT', azure.compute('images/captured'), sent)).body).toEqual({
      error: {
        code: 'OperationNotAllowed',
        message: 'Creation of managed images are not supported for virtual machine with TrustedLaunch security type.',
      },
    })
  })
})
