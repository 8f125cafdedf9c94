import { regionName } from '@portal/arm'
import type { ArmMessage } from './arm-message.ts'
import { meaning } from './decoded-error.ts'
import { nameOf, purchasePlanPath } from './plan-paths.ts'

// Refusals of virtual machines from a version.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images unless another page is given
export const virtualMachineMessages: ArmMessage[] = [
  {
    text: /^The gallery image (?<id>\S+) is not available in (?<region>.+?) region\. Please contact image owner/,
    means: ({ groups: { id = '', region = '' } }) =>
      meaning(
        'VersionNotInRegion',
        { name: nameOf(id), region },
        { repair: { action: 'addTargetRegion', region: regionName(region) } },
      ),
  },
  {
    text: /^There is no latest image version exists for "(?<id>[^"]+)"/,
    means: ({ groups: { id = '' } }) => meaning('NoLatestVersion', { name: nameOf(id) }),
  },
  {
    // https://github.com/redhat-developer/mapt/issues/489
    text: /^The selected VM size '(?<size>[^']+)' cannot boot Hypervisor Generation '(?<generation>\d)'/,
    means: ({ groups: { size = '', generation = '' } }) =>
      meaning('MachineSizeOfAnotherGeneration', { size, generation: `V${generation}` }),
  },
  {
    // https://github.com/microsoft/lisa/pull/4560
    text: /^Cannot create a VM of size '(?<size>[^']+)' because .+, but an image or disk with CPU Architecture '(?<architecture>[^']+)'/,
    means: ({ groups: { size = '', architecture = '' } }) =>
      meaning('MachineSizeOfAnotherArchitecture', { size, architecture }),
  },
  {
    // https://github.com/kubernetes-sigs/image-builder/pull/1875
    text: /^The VM size '(?<size>[^']+)' cannot boot with OS image or disk\./,
    means: ({ groups: { size = '' } }) => meaning('MachineSizeNeedsNvme', { size }),
  },
  { text: /^Parameter 'osProfile' is not allowed/, means: () => meaning('OsProfileNotAllowed', {}) },
  { text: /^Required parameter 'osProfile' is missing/, means: () => meaning('OsProfileMissing', {}) },
  {
    text: /^The resource with id '?(?<id>[^'\s]+)'? has a different plan \[/,
    means: ({ groups: { id = '' } }) =>
      meaning('PurchasePlanMismatch', { name: nameOf(id) }, { repair: { action: 'chooseAnotherSource' } }),
  },
  // https://github.com/Azure/azure-rest-api-specs/issues/22133
  {
    text: /requires Plan information in the request/,
    means: () => meaning('PurchasePlanMissing', {}),
  },
  { text: /does not need Plan information/, means: () => meaning('PurchasePlanNotNeeded', {}) },
  {
    text: /The purchase information does not match.*OS disk name is '?(?<name>[^'\s]+?)'?\.?$/,
    means: ({ groups: { name = '' } }) =>
      meaning('PurchasePlanMismatch', { name }, { repair: { action: 'chooseAnotherSource' } }),
  },
  {
    // in the words of 2019, too: https://github.com/Azure/azure-cli/issues/10361
    text: /not accepted the legal terms on this subscription|Legal terms have not been accepted for this item/,
    means: () => meaning('PurchaseTermsNotAccepted', {}, { path: purchasePlanPath }),
  },
  {
    // https://github.com/MicrosoftDocs/azure-docs/issues/37015
    text: /^Offer with PublisherId: '?(?<publisher>[^',]+?)'?(?:,| and) OfferId: '?(?<product>[^'\s]+?)'? not found/,
    means: ({ groups: { publisher = '', product = '' } }) => meaning('PurchasePlanNotFound', { publisher, product }),
  },
  {
    // https://github.com/hashicorp/terraform-provider-azurerm/issues/17185
    text: /^The property 'securityProfile\.encryptionAtHost' is not valid because the 'Microsoft\.Compute\/EncryptionAtHost' feature is not enabled/,
    means: () => meaning('EncryptionAtHostNotRegistered', {}),
  },
]
