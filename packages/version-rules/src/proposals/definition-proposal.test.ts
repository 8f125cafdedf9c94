import { computeId } from '@portal/disk-encryption/testing'
import { aManagedImage, anInventory, aSnapshot } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { proposalOfDefinition, proposalOfSource } from './definition-proposal.ts'

const fromSnapshot = { type: 'DisksAndSnapshots' as const, osDiskId: computeId('snapshots', 'os'), dataDisks: [] }
const proposed = (facts: Parameters<typeof aSnapshot>[1]) =>
  proposalOfSource(fromSnapshot, { sources: [aSnapshot('os', facts)] })

describe('a new definition', () => {
  it('is proposed what its source states, and from where', () => {
    const purchasePlan = { publisher: 'contoso', product: 'linux', name: 'hardened' }
    const stated = {
      architecture: 'Arm64',
      diskControllerTypes: 'SCSI, NVMe',
      isAcceleratedNetworkSupported: true,
      purchasePlan,
    } as const
    expect(proposed(stated)).toEqual({
      values: { osType: 'Linux', hyperVGeneration: 'V2', ...stated },
      from: { type: 'Snapshot', name: 'os' },
    })
  })

  it('is proposed nothing that its source leaves open', () => {
    expect(proposed({})?.values).toEqual({ osType: 'Linux', hyperVGeneration: 'V2' })
  })

  it.each([
    ['ConfidentialVM', { securityType: 'ConfidentialVM_DiskEncryptedWithPlatformKey' }],
    ['Standard', { hyperVGeneration: 'V1' as const }],
    [undefined, { securityType: 'TrustedLaunch' }],
  ])('is of type %s for a disk with %j', (securityType, facts) => {
    expect(proposed(facts)?.values.securityType).toBe(securityType)
  })

  it('has the state of a managed image', () => {
    const source = { type: 'ManagedImage' as const, id: computeId('images', 'myImage') }
    const values = proposalOfSource(source, { sources: [aManagedImage('myImage', { osState: 'Specialized' })] })?.values
    expect(values).toMatchObject({ osState: 'Specialized' })
  })

  it('has no proposal while no source is chosen', () => {
    expect(proposalOfSource({ ...fromSnapshot, osDiskId: '' }, anInventory())).toBeUndefined()
  })

  it('as a copy keeps all but the version at which changed controllers start', () => {
    const { imageDefinition } = anInventory()
    if (imageDefinition === undefined) throw new Error('The inventory has no definition')
    const { id: _id, location: _location, ...values } = imageDefinition
    const changed = { ...imageDefinition, diskControllerTypes: 'SCSI, NVMe' as const, diskControllersStartAt: '2.0.0' }
    expect(proposalOfDefinition(changed)).toEqual({
      values: { ...values, diskControllerTypes: 'SCSI, NVMe' },
      from: { type: 'ImageDefinition', name: 'myImageDefinition' },
    })
  })
})
