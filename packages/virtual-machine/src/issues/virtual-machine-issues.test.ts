import {
  aDiskEncryptionSet,
  computeId,
  diskEncryptionSetId,
  otherSubscriptionId,
} from '@portal/disk-encryption/testing'
import { describe, expect, it } from 'vitest'
import { aMachineImage, aMachineInventory, aMachinePlan, networkId } from '../testing/machines.ts'
import type { VirtualMachineInventory } from '../virtual-machine-inventory.ts'
import type { VirtualMachinePlan } from '../virtual-machine-plan.ts'
import { adminSecretIssues } from './administrator-issues.ts'
import { virtualMachineIssues } from './virtual-machine-issues.ts'

/** The issues of a plan as `code at path`; warnings with a question mark. */
function found(plan: Partial<VirtualMachinePlan> = {}, inventory: Partial<VirtualMachineInventory> = {}): string[] {
  return virtualMachineIssues(aMachinePlan(plan), aMachineInventory(inventory)).map(
    ({ code, path, severity }) => `${code}${severity === 'warning' ? '?' : ''} at ${path.join('.')}`,
  )
}

const windows: Partial<VirtualMachineInventory> = {
  imageDefinition: { ...aMachineInventory().imageDefinition, osType: 'Windows' },
}
const specialized: Partial<VirtualMachineInventory> = {
  imageDefinition: { ...aMachineInventory().imageDefinition, osState: 'Specialized' },
}
const confidential: Partial<VirtualMachineInventory> = {
  imageDefinition: { ...aMachineInventory().imageDefinition, securityType: 'ConfidentialVM' },
  sizes: aMachineInventory().sizes.map((size) => ({ ...size, isConfidential: true })),
}
const disk = (id: string) => ({ storageAccountType: 'Premium_LRS' as const, diskEncryptionSetId: id })
const elsewhere = computeId('diskEncryptionSets', 'Set1', otherSubscriptionId)
const newNetwork = {
  type: 'New',
  virtualNetworkName: 'net',
  addressPrefix: '10.0.0.0/16',
  subnetName: 'a',
  defaultOutboundAccess: false,
} as const

it('finds nothing wrong with a machine of the image’s own sets', () => {
  expect(found()).toEqual([])
})

describe('the project', () => {
  it.each<[string, Partial<VirtualMachinePlan>, string]>([
    ['no subscription', { subscriptionId: '' }, 'SubscriptionRequired at subscriptionId'],
    ['no group', { resourceGroup: { isNew: false, name: '' } }, 'ResourceGroupRequired at resourceGroup'],
    [
      'a group that is gone',
      { resourceGroup: { isNew: false, name: 'gone' } },
      'ResourceGroupNotFound at resourceGroup',
    ],
    [
      'a new group whose name is taken in other letters',
      { resourceGroup: { isNew: true, name: 'MYRESOURCEGROUP' } },
      'ResourceGroupNameTaken at resourceGroup',
    ],
    [
      'a period at the end',
      { resourceGroup: { isNew: true, name: 'rg.' } },
      'ResourceGroupNameInvalid at resourceGroup',
    ],
  ])('is refused with %s', (_, plan, issue) => {
    expect(found(plan)).toContain(issue)
  })
})

it('warns of an image version that is revoked', () => {
  const image = { ...aMachineImage(), revocation: { reason: 'Vulnerable' } }
  expect(found({}, { image })).toEqual(['ImageVersionRevoked? at imageVersionId'])
})

describe('the purchase plan of the image', () => {
  const purchasePlan = { publisher: 'northwind', product: 'linux', name: 'hardened' }
  const imageDefinition = { ...aMachineInventory().imageDefinition, purchasePlan }
  const terms = (accepted: boolean) => ({ accepted, links: {}, missingActions: [] })
  it.each<[string, string[], Partial<VirtualMachineInventory>, Partial<VirtualMachinePlan>?]>([
    ['with accepted terms', [], { purchaseTerms: terms(true) }],
    ['with others', ['PurchaseTermsNotAccepted at purchasePlan'], { purchaseTerms: terms(false) }],
    ['with terms that the user can’t read', ['PurchaseTermsNotRead? at purchasePlan'], {}],
    ['while no subscription is chosen', ['SubscriptionRequired at subscriptionId'], {}, { subscriptionId: '' }],
  ])('%s', (_, issues, inventory, plan = {}) => {
    const found = virtualMachineIssues(
      { ...aMachinePlan(), ...plan },
      aMachineInventory({ imageDefinition, ...inventory }),
    )
    const relevant = found.filter(({ path }) => ['purchasePlan', 'subscriptionId'].includes(String(path[0])))
    expect(
      relevant.map(({ code, path, severity }) => `${code}${severity === 'warning' ? '?' : ''} at ${path.join('.')}`),
    ).toEqual(issues)
  })

  it('is in its definition, not in its source alone', () => {
    const image = { ...aMachineImage(), sourcePlan: purchasePlan }
    expect(found({}, { image })).toEqual(['DefinitionLacksPlanOfSource at imageVersionId'])
  })
})

describe('the name', () => {
  it.each(['', '-web', 'web_01', 'w'.repeat(65)])('of a Linux machine is not %j', (name) => {
    expect(found({ name })).toContainEqual(expect.stringMatching(/^MachineName(Required|Invalid) at name/))
  })
  it('of a Windows machine has 15 characters at most, and one that is all digits is none', () => {
    expect(found({ name: 'a'.repeat(16) })).toEqual([])
    expect(found({ name: 'a'.repeat(16) }, windows)).toContain('MachineNameInvalid at name')
    expect(found({ name: '2025' }, windows)).toContain('MachineNameInvalid at name')
  })
  it('is none that the group has already, since a PUT would change that machine', () => {
    expect(found({ name: 'Golden-VM' })).toEqual(['MachineNameTaken at name'])
  })
})

describe('region and size', () => {
  it.each(['eastus2', 'japaneast'])('the image is not there in %s', (location) => {
    expect(found({ location })).toContain('ImageNotInRegion at location')
  })
  it('goes with the generation of the image, with trusted launch and with Premium SSD', () => {
    const [size] = aMachineInventory().sizes
    const other = {
      ...size!,
      hyperVGenerations: ['V1' as const],
      supportsTrustedLaunch: false,
      supportsPremiumStorage: false,
    }
    expect(found({}, { sizes: [other] })).toEqual([
      'MachineSizeOfAnotherGeneration at size',
      'MachineSizeNotForSecurityType at size',
      'MachineSizeWithoutPremiumStorage at osDisk.storageAccountType',
      'MachineSizeWithoutPremiumStorage at dataDisks.1.storageAccountType',
      'MachineSizeWithoutPremiumStorage at dataDisks.2.storageAccountType',
    ])
  })
  it('is told, with the way out, of a size that requires NVMe, and warned of one that Azure retires', () => {
    const sizes = aMachineInventory().sizes
    expect(found({}, { sizes: sizes.map((size) => ({ ...size, diskControllers: ['NVMe'] })) })).toEqual([
      'MachineSizeNeedsNvme at size',
    ])
    expect(found({}, { sizes: sizes.map((size) => ({ ...size, retiresOn: '2028-11-15' })) })).toEqual([
      'MachineSizeRetires? at size',
    ])
  })
  it('takes no confidential machine from an image that is not', () => {
    expect(found({ securityType: 'ConfidentialVM', securityEncryptionType: 'VMGuestStateOnly' })).toContain(
      'MachineSecurityTypeNotForImage at securityType',
    )
  })
})

describe('the administrator', () => {
  it.each([
    ['', 'AdminUsernameRequired'],
    ['Root', 'AdminUsernameReserved'],
    ['ada rossi', 'AdminUsernameInvalid'],
  ])('is not %j', (adminUsername, code) => {
    expect(found({ adminUsername })).toEqual([`${code} at adminUsername`])
  })
  it('is not asked of a specialized image, nor is a password', () => {
    expect(found({ adminUsername: '' }, specialized)).toEqual([])
    expect(adminSecretIssues(aMachinePlan(), '', aMachineInventory(specialized))).toEqual([])
  })
  it.each<[string, string, string[]]>([
    ['SshPublicKey', '', ['SshPublicKeyRequired']],
    ['SshPublicKey', '-----BEGIN OPENSSH PRIVATE KEY-----', ['SshPublicKeyInvalid']],
    ['SshPublicKey', `ssh-ed25519 ${'A'.repeat(68)} ada@contoso`, []],
    ['SshPublicKey', `ssh-rsa ${'A'.repeat(372)}==\n`, []],
    ['Password', '', ['PasswordRequired']],
    ['Password', 'alllowercase', ['PasswordInvalid']],
    ['Password', 'P@ssw0rd', ['PasswordInvalid']],
    ['Password', 'Correct-Horse-1', []],
  ])('%s %j', (authenticationType, secret, codes) => {
    const plan = aMachinePlan({ authenticationType: authenticationType === 'Password' ? 'Password' : 'SshPublicKey' })
    const issues = adminSecretIssues(plan, secret, aMachineInventory())
    expect(issues.map(({ code }) => code)).toEqual(codes)
  })
})

it('does not repeat the password in an issue', () => {
  const plan = aMachinePlan({ authenticationType: 'Password' })
  expect(JSON.stringify(adminSecretIssues(plan, 'alllowercase', aMachineInventory()))).not.toContain('alllowercase')
})

describe('the disks', () => {
  it('need a set where the image has one: there is no way back to the platform’s key', () => {
    expect(found({ osDisk: disk('') })).toEqual(['DiskEncryptionSetRequired at osDisk.diskEncryptionSetId'])
  })
  it('need none where the image has none', () => {
    const image = aMachineImage()
    const plain = { ...image, regions: image.regions.map((region) => ({ ...region, diskEncryptionSets: [] })) }
    expect(found({ osDisk: disk('') }, { image: plain })).toEqual([])
  })
  it('take no set of another subscription, neither the image’s own', () => {
    expect(found({ osDisk: disk(elsewhere) })).toEqual([
      'MachineSetInAnotherSubscription at osDisk.diskEncryptionSetId',
    ])
    const [westus] = aMachineImage().regions
    const image = aMachineImage({
      regions: [{ ...westus!, diskEncryptionSets: [{ disk: 'os', diskEncryptionSetId: elsewhere }] }],
    })
    const withoutSets = { osDisk: disk(''), dataDisks: [] }
    expect(found(withoutSets, { image })).toEqual(['ImageSetInAnotherSubscription at osDisk.diskEncryptionSetId'])
    expect(found({ ...withoutSets, osDisk: disk(diskEncryptionSetId('Double')) }, { image })).toEqual([])
  })
  it('take sets of customer keys and of double encryption, and no confidential one; another than the image’s is told', () => {
    expect(found({ osDisk: disk(diskEncryptionSetId('Double')) })).toEqual([
      'ImageSetReplaced? at osDisk.diskEncryptionSetId',
    ])
    expect(found({ osDisk: disk(diskEncryptionSetId('Confidential')) })).toContain(
      'DiskEncryptionSetOfAnotherType at osDisk.diskEncryptionSetId',
    )
  })
  it('take no set of another region', () => {
    const diskEncryptionSets = [
      ...aMachineInventory().diskEncryptionSets,
      aDiskEncryptionSet('Far', { location: 'eastus2' }),
    ]
    expect(found({ osDisk: disk(diskEncryptionSetId('Far')) }, { diskEncryptionSets })).toContain(
      'DiskEncryptionSetInAnotherRegion at osDisk.diskEncryptionSetId',
    )
  })
  it('are warned of where Azure retires their storage: an OS disk on Standard HDD', () => {
    const hdd = {
      storageAccountType: 'Standard_LRS' as const,
      diskEncryptionSetId: aMachinePlan().osDisk.diskEncryptionSetId,
    }
    expect(found({ osDisk: hdd })).toEqual(['OsDiskOnStandardHdd? at osDisk.storageAccountType'])
    expect(
      found({ dataDisks: aMachinePlan().dataDisks.map((each) => ({ ...each, storageAccountType: 'Standard_LRS' })) }),
    ).toEqual([])
  })
  it('are encrypted at host where subscription and size can', () => {
    const sizes = aMachineInventory().sizes.map((size) => ({ ...size, supportsEncryptionAtHost: false }))
    expect(found({ encryptionAtHost: true })).toEqual([])
    expect(found({ encryptionAtHost: true }, { hasEncryptionAtHost: false, sizes })).toEqual([
      'EncryptionAtHostFeatureMissing at encryptionAtHost',
      'EncryptionAtHostNotForSize at encryptionAtHost',
    ])
  })
})

describe('a confidential machine', () => {
  const plan = { securityType: 'ConfidentialVM', securityEncryptionType: 'DiskWithVMGuestState' } as const
  it('says how its OS disk is encrypted', () => {
    expect(found({ ...plan, securityEncryptionType: null }, confidential)).toEqual([
      'SecurityEncryptionTypeRequired at securityEncryptionType',
    ])
    expect(found(plan, confidential)).toEqual([])
  })
  it('has a confidential set where the image has one', () => {
    const [westus] = aMachineImage().regions
    const image = aMachineImage({ regions: [{ ...westus!, confidentialVMEncryptionType: 'EncryptedWithCmk' }] })
    expect(found(plan, { ...confidential, image })).toEqual([
      'ConfidentialDiskEncryptionSetRequired at secureVMDiskEncryptionSetId',
    ])
    const chosen = { ...plan, secureVMDiskEncryptionSetId: diskEncryptionSetId('Confidential') }
    expect(found(chosen, { ...confidential, image })).toEqual([])
  })
})

describe('the network', () => {
  it.each([
    ['10.0.0.1/24', 'AddressPrefixInvalid'],
    ['10.0.0.0/30', 'AddressPrefixInvalid'],
    ['300.0.0.0/24', 'AddressPrefixInvalid'],
    ['10.1.0.0/24', 'SubnetOutsideNetwork'],
  ])('has no subnet %s in 10.0.0.0/16', (subnetAddressPrefix, code) => {
    expect(found({ network: { ...newNetwork, subnetAddressPrefix } })).toEqual([
      `${code} at network.subnetAddressPrefix`,
    ])
  })
  it('needs a name only once the machine has one', () => {
    const network = { ...newNetwork, virtualNetworkName: '', subnetAddressPrefix: '10.0.0.0/24' }
    expect(found({ name: '', network })).toEqual(['MachineNameRequired at name'])
    expect(found({ network })).toEqual(['VirtualNetworkNameInvalid at network.virtualNetworkName'])
  })
  it('is not made over one that is there', () => {
    const network = { ...newNetwork, virtualNetworkName: 'VNet', subnetAddressPrefix: '10.0.0.0/24' }
    expect(found({ network })).toEqual(['VirtualNetworkNameTaken at network.virtualNetworkName'])
  })
  it('may be one that is there, in the machine’s region', () => {
    const network = { type: 'Existing' as const, subnetId: `${networkId('vnet')}/subnets/default` }
    expect(found({ network })).toEqual([])
    const virtualNetworks = aMachineInventory().virtualNetworks.map((one) => ({ ...one, location: 'eastus2' }))
    expect(found({ network }, { virtualNetworks })).toEqual(['SubnetNotFound at network.subnetId'])
  })
})
