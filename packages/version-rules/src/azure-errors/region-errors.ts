import { regionName } from '@portal/arm'
import { storageOf } from '@portal/image-version'
import type { ArmMessage } from './arm-message.ts'
import { meaning } from './decoded-error.ts'
import { regionPath } from './plan-paths.ts'

const correctField = { action: 'correctField' } as const

// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images unless another page is given
export const regionMessages: ArmMessage[] = [
  {
    // https://github.com/Azure/AgentBaker/pull/8435 names the quota; Compute has the same words for all of its quotas
    text: /exceeding approved (?<quota>Gallery(?:Image|ImageVersion)?) quota.*? Location: (?<region>\w+), Current Limit: (?<limit>\d+),/,
    means({ groups: { quota = '', region = '', limit = '' }, plan }) {
      const [galleryId = ''] = plan.imageDefinitionId.split(/\/images\/[^/]+$/i)
      return meaning(
        'GalleryQuotaReached',
        { quota, limit: Number(limit), region },
        {
          path: regionPath(plan, region, 'name'),
          ...(galleryId !== '' && { repair: { action: 'cleanUpVersions', galleryId } }),
        },
      )
    },
  },
  {
    text: /^Gallery image version publishing profile regions .* must contain the location of image version '?(?<region>[^']+?)'?\.?$/,
    means: ({ groups: { region = '' } }) =>
      meaning(
        'TargetRegionsLackLocation',
        { region },
        { path: ['targetRegions'], repair: { action: 'addTargetRegion', region: regionName(region) } },
      ),
  },
  {
    text: /^Duplicate regions are not allowed in target publishing regions/,
    means({ plan: { targetRegions } }) {
      const names = targetRegions.map(({ name }) => regionName(name))
      const index = names.findIndex((name, position) => names.indexOf(name) < position)
      const path = index < 0 ? ['targetRegions'] : ['targetRegions', index, 'name']
      return meaning(
        'TargetRegionDuplicate',
        { region: targetRegions[index]?.name ?? '' },
        { path, repair: correctField },
      )
    },
  },
  {
    // https://github.com/hashicorp/terraform-provider-azurerm/issues/12332
    text: /^The value '?(?<value>-?\d+)'? of parameter '?[\w.]*[rR]eplicaCount'?/,
    means({ groups: { value = '' }, plan }) {
      const index = plan.targetRegions.findIndex(({ regionalReplicaCount }) => regionalReplicaCount === Number(value))
      const path = index < 0 ? ['replicaCount'] : ['targetRegions', index, 'regionalReplicaCount']
      return meaning('ReplicaCountOutOfRange', { min: 1, max: 100 }, { path, repair: correctField })
    },
  },
  {
    text: /^ZRS storage account type is not supported in this region/,
    means({ plan }) {
      const index = plan.targetRegions.findIndex((region) => storageOf(plan, region) === 'Standard_ZRS')
      const region = plan.targetRegions[index]?.name ?? ''
      return meaning(
        'ZoneRedundantStorageNotSupported',
        { region },
        { path: regionPath(plan, region, 'storageAccountType'), repair: correctField },
      )
    },
  },
  {
    // https://github.com/Azure/azure-powershell/issues/9911
    text: /^Global storage account type does not match the storage account type in the existing TargetRegion: '(?<region>[^']+)'\. Please specify '(?<storageAccountType>[^']+)'/,
    means: ({ groups: { region = '', storageAccountType = '' }, plan }) =>
      meaning(
        'StorageTypeIsCreateOnly',
        { region, storageAccountType },
        { path: regionPath(plan, region, 'storageAccountType'), repair: correctField },
      ),
  },
  {
    code: 'LocationNotAvailableForResourceType',
    text: /^The provided location '(?<region>[^']+)' is not available/,
    means: ({ groups: { region = '' } }) =>
      meaning('LocationNotAvailable', { region }, { path: ['location'], repair: correctField }),
  },
]
