import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, type JsonObject } from '../../json.ts'
import { startedAzure } from '../../testing/azure.ts'

async function skusOf(location: string): Promise<Map<string, JsonObject>> {
  await using azure = await startedAzure()
  const ada = await azure.as('Ada')
  const filter = encodeURIComponent(`location eq '${location}'`)
  const path = `/subscriptions/${azure.production}/providers/Microsoft.Compute/skus?api-version=2021-07-01&$filter=${filter}`
  const skus = objectsAt((await ada('GET', path)).body, 'value')
  return new Map(skus.map((sku) => [textAt(sku, 'name') ?? '', sku]))
}

function capabilitiesOf(sku: JsonObject | undefined): Record<string, string> {
  return Object.fromEntries(
    objectsAt(sku, 'capabilities').map((one) => [textAt(one, 'name') ?? '', textAt(one, 'value') ?? '']),
  )
}

// Recorded: github.com/Azure/karpenter-provider-azure (pkg/fake, June 2025), and for D2ps_v6 a report of August 2026.
const recorded: [name: string, family: string, capabilities: Record<string, string>][] = [
  [
    'Standard_D2as_v6',
    'standardDav6Family',
    {
      vCPUs: '2',
      MemoryGB: '8',
      MaxDataDiskCount: '4',
      HyperVGenerations: 'V2',
      CpuArchitectureType: 'x64',
      DiskControllerTypes: 'NVMe',
      PremiumIO: 'True',
      AcceleratedNetworkingEnabled: 'True',
      EncryptionAtHostSupported: 'True',
    },
  ],
  [
    'Standard_D2ps_v6',
    'StandardDpsv6Family',
    {
      vCPUs: '2',
      MemoryGB: '8',
      MaxDataDiskCount: '8',
      HyperVGenerations: 'V2',
      CpuArchitectureType: 'Arm64',
      DiskControllerTypes: 'SCSI',
      PremiumIO: 'True',
    },
  ],
  [
    'Standard_NC24ads_A100_v4',
    'StandardNCADSA100v4Family',
    { GPUs: '1', MaxDataDiskCount: '8', HyperVGenerations: 'V2' },
  ],
  [
    'Standard_D2_v2',
    'standardDv2Family',
    { HyperVGenerations: 'V1', PremiumIO: 'False', EncryptionAtHostSupported: 'False' },
  ],
]

describe('the list of SKUs', () => {
  it.each(recorded)('has %s with the capabilities that Azure names', async (name, family, capabilities) => {
    const sku = (await skusOf('westus')).get(name)
    expect(sku).toMatchObject({ resourceType: 'virtualMachines', family, size: name.replace('Standard_', '') })
    expect(capabilitiesOf(sku)).toMatchObject(capabilities)
  })

  it('names a capability only where Azure does', async () => {
    const skus = await skusOf('westus')
    const names = (name: string) => Object.keys(capabilitiesOf(skus.get(name)))
    expect(names('Standard_D2s_v5')).not.toContain('DiskControllerTypes')
    expect(names('Standard_D2s_v5')).not.toContain('TrustedLaunchDisabled')
    expect(names('Standard_D2s_v5')).not.toContain('RetirementDateUtc')
    expect(capabilitiesOf(skus.get('Standard_D2ps_v5'))).toMatchObject({ TrustedLaunchDisabled: 'True' })
    expect(capabilitiesOf(skus.get('Standard_DC2as_v5'))).toMatchObject({ ConfidentialComputingType: 'SNP' })
    expect(capabilitiesOf(skus.get('Standard_DS2_v2'))).toMatchObject({ RetirementDateUtc: '05/01/2028' })
  })

  it('has sizes of generations 6 and 7 with NVMe alone, and one size with both controllers', async () => {
    const skus = await skusOf('westus')
    const controllers = (name: string) => capabilitiesOf(skus.get(name))['DiskControllerTypes']
    expect(['Standard_D2s_v6', 'Standard_E4s_v6', 'Standard_D2s_v7', 'Standard_E4s_v7'].map(controllers)).toEqual(
      Array<string>(4).fill('NVMe'),
    )
    expect(controllers('Standard_E4bds_v5')).toBe('SCSI,NVMe')
  })
})
