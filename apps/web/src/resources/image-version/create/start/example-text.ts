import { exporters, type ImportLanguage, planFileText } from '@portal/code'
import { blankPlan, blankTargetRegion, imageVersionId, type ImageVersionPlan, toArm } from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import type { SignedIn } from '../../../../auth/use-authentication.ts'

const placeholder =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/myGallery/images/myImage'

/** An encrypted version in two regions, with two disks; `imageDefinitionId` as '' stands for a definition of no one. */
export function examplePlan(imageDefinitionId: string): ImageVersionPlan {
  const definitionId = imageDefinitionId === '' ? placeholder : imageDefinitionId
  const { subscriptionId = '', resourceGroupName = '' } = tryParseResourceId(definitionId) ?? {}
  const resource = (type: string, name: string) =>
    `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/Microsoft.Compute/${type}/${name}`
  const set = (region: string, disk: number) => resource('diskEncryptionSets', `${region}DiskEncryptionSet${disk}`)
  const encrypted = (name: string, region: string) => ({
    ...blankTargetRegion(name),
    encryption: {
      osDiskImage: set(region, 1),
      dataDiskImages: [{ lun: 0, diskEncryptionSetId: set(region, 2) }],
      secureVMDiskEncryptionSetId: '',
    },
  })
  return {
    ...blankPlan(definitionId),
    name: '3.0.0',
    location: 'westus',
    source: { type: 'ManagedImage', id: resource('images', 'myImage') },
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    targetRegions: [encrypted('westus', 'WestUS'), encrypted('eastus2', 'EastUS2')],
  }
}

/** Where the example would run, and the portal that its configuration file names. */
interface ExamplePlace {
  cloud: SignedIn['configuration']['cloud']
  origin: string
}

/** The example in one of the languages that can be imported: what the portal itself exports, which it reads again. */
export function exampleText(language: ImportLanguage, plan: ImageVersionPlan, { cloud, origin }: ExamplePlace): string {
  switch (language) {
    case 'PlanFile':
      return planFileText(plan, origin)
    case 'RestBody':
      return `${JSON.stringify({ id: imageVersionId(plan), ...toArm(plan) }, null, 2)}\n`
    case 'Terraform':
      return exporters.TerraformAzapi.exportCode(plan, { cloud }).text
    case 'AzureCli':
    case 'AzurePowerShell':
    case 'ArmTemplate':
      return exporters[language].exportCode(plan, { cloud }).text
  }
}
