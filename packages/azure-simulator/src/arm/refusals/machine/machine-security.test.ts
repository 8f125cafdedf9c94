import { describe, expect, it } from 'vitest'
import { aMachineOf, type MachineFacts } from '../../../testing/machines.ts'

const feature = (value: string) => ({ definition: { features: [{ name: 'SecurityType', value }] } })
const secured = (securityType: string) => ({ machine: { securityProfile: { securityType } } })

describe('a machine is refused', () => {
  it.each<[string, MachineFacts, string]>([
    [
      'without trusted launch for an image that demands it',
      feature('TrustedLaunch'),
      "The provided gallery image only supports creation of VMs and VM Scale Sets with 'TrustedLaunch' security type.",
    ],
    [
      'with trusted launch for an image without it',
      secured('TrustedLaunch'),
      'Use of TrustedLaunch setting is not supported for the provided image. Please select Trusted Launch Supported Gen2 OS Image. For more information, see https://aka.ms/TrustedLaunch-FAQ.',
    ],
    [
      'with trusted launch on a size without it',
      {
        definition: { architecture: 'Arm64', ...feature('TrustedLaunchSupported').definition },
        size: 'Standard_D2ps_v5',
        ...secured('TrustedLaunch'),
      },
      "The VM size 'Standard_D2ps_v5' is not supported for creation of VMs and Virtual Machine Scale Set with 'TrustedLaunch' security type.",
    ],
    [
      'plain on a confidential size',
      { size: 'Standard_DC2as_v5' },
      "The VM size 'Standard_DC2as_v5' is not supported for creation of VMs and Virtual Machine Scale Set with '<NULL>' security type.",
    ],
  ])('%s', async (_, facts, message) => {
    await using machine = await aMachineOf(facts)
    expect(await machine.put()).toMatchObject({ status: 400, body: { error: { code: 'BadRequest', message } } })
  })
})

it.each<[string, MachineFacts]>([
  ['standard', feature('TrustedLaunchSupported')],
  ['trusted launch', { ...feature('TrustedLaunchSupported'), ...secured('TrustedLaunch') }],
  ['confidential', { ...feature('ConfidentialVMSupported'), ...secured('ConfidentialVM'), size: 'Standard_DC2as_v5' }],
])('an image that supports more than one takes a machine that is %s', async (_, facts) => {
  await using machine = await aMachineOf(facts)
  expect((await machine.put()).status).toBe(201)
})
