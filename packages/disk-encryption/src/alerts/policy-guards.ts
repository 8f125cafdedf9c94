// Rules of custom policies, with the aliases that Azure's own policies and documentation use.

interface CustomPolicy {
  description: string
  /** declared besides the effect */
  parameters: Record<string, object>
  condition: object
}

const versions = 'Microsoft.Compute/galleries/images/versions'
const regions = `${versions}/publishingProfile.targetRegions[*]`
const dataDisks = `${versions}/storageProfile.dataDiskImages[*]`

/**
 * Versions only, where the built-in policy 702dd420-7fcc-42c5-afe8-4026edd20fe0 is about disks and machines too; its
 * aliases and comparisons. A version without regions has platform-managed keys in its own.
 * https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Compute/OSAndDataDiskCMKRequired_Deny.json
 */
export const versionKeys: CustomPolicy = {
  description: 'In each region of an image version, each disk has a disk encryption set.',
  parameters: {},
  condition: {
    allOf: [
      { field: 'type', equals: versions },
      {
        anyOf: [
          { count: { field: regions }, equals: 0 },
          {
            value: `[length(field('${regions}.encryption.osDiskImage.diskEncryptionSetId'))]`,
            notEquals: `[length(field('${regions}'))]`,
          },
          {
            count: {
              field: regions,
              where: {
                value: `[length(current('${regions}.encryption.dataDiskImages[*].diskEncryptionSetId'))]`,
                less: `[length(field('${dataDisks}'))]`,
              },
            },
            greater: 0,
          },
        ],
      },
    ],
  },
}

/**
 * Virtual machines and scale sets from an image definition, or one of its versions. A machine from an existing disk has
 * no image, so it is none of them. https://learn.microsoft.com/azure/virtual-machines/linux/policy
 */
export const ownImages: CustomPolicy = {
  description: 'Virtual machines and scale sets are created from the image definitions in the parameter.',
  parameters: { imageDefinitionIds: { type: 'Array', metadata: { displayName: 'Image definition IDs' } } },
  condition: {
    allOf: [
      { field: 'type', in: ['Microsoft.Compute/virtualMachines', 'Microsoft.Compute/virtualMachineScaleSets'] },
      {
        count: {
          value: "[parameters('imageDefinitionIds')]",
          name: 'definition',
          where: {
            anyOf: [
              { field: 'Microsoft.Compute/imageId', equals: "[current('definition')]" },
              { field: 'Microsoft.Compute/imageId', like: "[concat(current('definition'), '/versions/*')]" },
            ],
          },
        },
        equals: 0,
      },
    ],
  },
}
