import {
  type ArmEncryption,
  type ArmImageVersionBody,
  type ImageSource,
  type ImageVersionPlan,
  toArm,
} from '@portal/image-version'
import { powershellQuoted } from '../../quoting/powershell.ts'
import type { ExportContext } from '../export-context.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { allowDeletionLosses, confidentialDataDiskLosses, regionExcludeLosses } from '../loss.ts'
import { plainLine } from '../shown/code-line.ts'
import { NamedByUser } from '../shown/named-by-user.ts'
import { hasPlaceholders, withPlaceholders } from '../shown/placeholders.ts'
import { placedRegions, type PlacedRegion } from '../shown/shown-body.ts'
import { Shown } from '../shown/shown.ts'
import { versionNames } from '../shown/version-names.ts'
import { storageStrategyLosses, withStatedStorage } from '../storage/stated-storage.ts'
import { azPowerShellNeeds } from '../syntax/cloud-in-tools.ts'
import { literalLines, prefixed, type LiteralSyntax } from '../syntax/literal-lines.ts'
import { lossComment } from '../syntax/loss-comment.ts'
import { powershellGuard } from '../syntax/powershell-guard.ts'
import { withoutConfidentialDataDisks } from '../without-confidential-data-disks.ts'

const hashtable: LiteralSyntax = {
  object: ['@{', '}'],
  list: ['@(', ')'],
  key: (name) => `${/^[A-Za-z]+$/.test(name) ? name : powershellQuoted(name)} = `,
  assign: ' = ',
  text: powershellQuoted,
  boolean: (value) => (value ? '$true' : '$false'),
  between: '',
  betweenItems: '',
}

/**
 * The cmdlet of Azure PowerShell that creates the version, with hashtables for the target regions. Throws
 * `RefusedCharacter`.
 * https://learn.microsoft.com/powershell/module/az.compute/new-azgalleryimageversion
 */
export function exportAzurePowerShell(plan: ImageVersionPlan, { cloud, inventory }: ExportContext): ExportedCode {
  const filled = withoutConfidentialDataDisks(withStatedStorage(withPlaceholders(plan, inventory), inventory))
  const losses = [
    ...confidentialDataDiskLosses(plan),
    ...regionExcludeLosses(plan),
    ...allowDeletionLosses(plan),
    ...storageStrategyLosses(plan, inventory),
  ]
  const { subscriptionId } = versionNames(filled)
  const lines = [
    ...[...azPowerShellNeeds('the module Az.Compute and ', cloud), ...lossComment(losses)].map(plainLine),
    plainLine("$ErrorActionPreference = 'Stop'"),
    ...(hasPlaceholders(filled) ? [powershellGuard] : []).map(plainLine),
    { text: `Set-AzContext -Subscription ${powershellQuoted(subscriptionId)} | Out-Null`, path: ['imageDefinitionId'] },
    plainLine(''),
    ...prefixed('$targetRegion = ', literalLines(placedRegions(filled).map(targetRegion), hashtable)),
    plainLine(''),
    ...prefixed('$imageVersion = ', literalLines(parameters(filled), hashtable)),
    plainLine('New-AzGalleryImageVersion @imageVersion -TargetRegion $targetRegion'),
  ]
  return exportedCode(lines, 'New-ImageVersion.ps1', losses)
}

function targetRegion({ region, path }: PlacedRegion): Shown {
  return new Shown(path, {
    Name: new Shown([...path, 'name'], region.name),
    ReplicaCount: present(region.regionalReplicaCount, [...path, 'regionalReplicaCount']),
    StorageAccountType: present(region.storageAccountType, [...path, 'storageAccountType']),
    Encryption: region.encryption && encryption(region.encryption, [...path, 'encryption']),
  })
}

function present(value: unknown, path: Shown['path']): Shown | undefined {
  return value === undefined ? undefined : new Shown(path, value)
}

// The cmdlet reads the set of the OS disk from its hashtable even if there is none.
function encryption({ osDiskImage, dataDiskImages }: ArmEncryption, path: Shown['path']): Shown {
  const profile = osDiskImage?.securityProfile
  return new Shown(path, {
    OSDiskImage: new Shown([...path, 'osDiskImage'], {
      DiskEncryptionSetId: osDiskImage?.diskEncryptionSetId,
      CVMEncryptionType: profile?.confidentialVMEncryptionType,
      CVMDiskEncryptionSetID: profile?.secureVMDiskEncryptionSetId,
    }),
    DataDiskImages: dataDiskImages?.map(
      ({ lun, diskEncryptionSetId }) =>
        new Shown([...path, 'dataDiskImages', lun], { Lun: lun, DiskEncryptionSetId: diskEncryptionSetId }),
    ),
  })
}

function parameters(plan: ImageVersionPlan): object {
  const { resourceGroup, gallery, imageDefinition, version } = versionNames(plan)
  const { location, tags, properties } = toArm(plan)
  const definition = ['imageDefinitionId']
  return {
    ResourceGroupName: new Shown(definition, resourceGroup),
    GalleryName: new Shown(definition, gallery),
    GalleryImageDefinitionName: new Shown(definition, imageDefinition),
    Name: new Shown(['name'], version),
    Location: new Shown(['location'], location),
    ...source(plan.source, properties.storageProfile),
    ...publishing(properties),
    Tag: Object.keys(tags).length > 0 ? new Shown(['tags'], new NamedByUser(tags)) : undefined,
  }
}

function source({ type }: ImageSource, profile: ArmImageVersionBody['properties']['storageProfile']): object {
  return {
    SourceImageId: present(profile.source?.id, ['source']),
    SourceImageVMId: present(profile.source?.virtualMachineId, ['source']),
    ...((type === 'DisksAndSnapshots' || type === 'StorageBlobs') && {
      OSDiskImage: present(profile.osDiskImage, ['source']),
      DataDiskImage: present(profile.dataDiskImages, ['source', 'dataDisks']),
    }),
  }
}

function publishing({ publishingProfile: profile, safetyProfile }: ArmImageVersionBody['properties']): object {
  return {
    ReplicaCount: present(profile.replicaCount, ['replicaCount']),
    StorageAccountType: present(profile.storageAccountType, ['storageAccountType']),
    ReplicationMode: present(profile.replicationMode, ['replicationMode']),
    PublishingProfileExcludeFromLatest: present(profile.excludeFromLatest, ['excludeFromLatest']),
    PublishingProfileEndOfLifeDate: present(profile.endOfLifeDate, ['endOfLifeDate']),
    BlockDeletionBeforeEndOfLife: present(safetyProfile?.blockDeletionBeforeEndOfLife, [
      'blockDeletionBeforeEndOfLife',
    ]),
  }
}
