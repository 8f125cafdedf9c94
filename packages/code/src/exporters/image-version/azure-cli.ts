import {
  type ArmEncryption,
  type ArmTargetRegion,
  type ImageSource,
  type ImageVersionPlan,
  type IssuePath,
  toArm,
} from '@portal/image-version'
import { azureCliItem, azureCliOption, azureCliPart, azureCliTag } from '../../quoting/azure-cli-value.ts'
import type { ExportContext } from '../export-context.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { confidentialDataDiskLosses, regionExcludeLosses } from '../loss.ts'
import { plainLine, type CodeLine } from '../shown/code-line.ts'
import { hasPlaceholders, withPlaceholders } from '../shown/placeholders.ts'
import { placedRegions, type PlacedRegion } from '../shown/shown-body.ts'
import { versionNames } from '../shown/version-names.ts'
import { storageStrategyLosses, withStatedStorage } from '../storage/stated-storage.ts'
import { bashGuard } from '../syntax/bash-guard.ts'
import { azCloudLines } from '../syntax/cloud-in-tools.ts'
import { lossComment } from '../syntax/loss-comment.ts'
import { withoutConfidentialDataDisks } from '../without-confidential-data-disks.ts'

const head = ['#!/usr/bin/env bash', '# Run this in bash. PowerShell would change the values.']

/**
 * The command of the Azure CLI that creates the version. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/cli/azure/sig/image-version#az-sig-image-version-create
 */
export function exportAzureCli(plan: ImageVersionPlan, { cloud, inventory }: ExportContext): ExportedCode {
  const filled = withoutConfidentialDataDisks(withStatedStorage(withPlaceholders(plan, inventory), inventory))
  const losses = [
    ...confidentialDataDiskLosses(plan),
    ...regionExcludeLosses(plan),
    ...storageStrategyLosses(plan, inventory),
  ]
  const options = [...identityOptions(filled), ...sourceOptions(filled.source), ...publishingOptions(filled)]
  const lines = [
    ...[...head, ...lossComment(losses), 'set -euo pipefail'].map(plainLine),
    ...(hasPlaceholders(filled) ? [bashGuard] : []).map(plainLine),
    ...azCloudLines(cloud).map(plainLine),
    plainLine(''),
    ...continued([plainLine('az sig image-version create'), ...options]),
  ]
  return exportedCode(lines, 'create-image-version.sh', losses)
}

function continued(lines: CodeLine[]): CodeLine[] {
  return lines.map(({ text, path }, index) => ({
    text: `${index === 0 ? '' : '  '}${text}${index < lines.length - 1 ? ' \\' : ''}`,
    path,
  }))
}

function option(name: string, value: string, path: IssuePath): CodeLine {
  return { text: azureCliOption(name, value), path }
}

/** An option with several values, each on its own line. */
function listOption(name: string, items: CodeLine[], path: IssuePath = []): CodeLine[] {
  if (items.length === 0) return []
  return [{ text: `--${name}`, path }, ...items.map((item) => ({ text: `  ${item.text}`, path: item.path }))]
}

function identityOptions(plan: ImageVersionPlan): CodeLine[] {
  const { subscriptionId, resourceGroup, gallery, imageDefinition, version } = versionNames(plan)
  const definition = ['imageDefinitionId']
  return [
    option('subscription', subscriptionId, definition),
    option('resource-group', resourceGroup, definition),
    option('gallery-name', gallery, definition),
    option('gallery-image-definition', imageDefinition, definition),
    option('gallery-image-version', version, ['name']),
    option('location', plan.location, ['location']),
  ]
}

function sourceOptions(source: ImageSource): CodeLine[] {
  const id = ['source', 'id']
  switch (source.type) {
    case 'ManagedImage':
      return [option('managed-image', source.id, id)]
    case 'VirtualMachine':
      return [option('virtual-machine', source.id, id)]
    case 'ImageVersion':
      return [option('image-version', source.id, id)]
    case 'DisksAndSnapshots':
      return [
        option('os-snapshot', source.osDiskId, ['source', 'osDiskId']),
        ...dataDiskOption(
          'data-snapshots',
          source.dataDisks.map(({ id: disk }) => disk),
        ),
        ...dataDiskOption(
          'data-snapshot-luns',
          source.dataDisks.map(({ lun }) => String(lun)),
        ),
      ]
    case 'StorageBlobs':
      return [
        option('os-vhd-storage-account', source.storageAccountId, ['source', 'storageAccountId']),
        option('os-vhd-uri', source.osDiskUri, ['source', 'osDiskUri']),
        ...dataDiskOption(
          'data-vhds-storage-accounts',
          source.dataDisks.map(() => source.storageAccountId),
        ),
        ...dataDiskOption(
          'data-vhds-uris',
          source.dataDisks.map(({ uri }) => uri),
        ),
        ...dataDiskOption(
          'data-vhds-luns',
          source.dataDisks.map(({ lun }) => String(lun)),
        ),
      ]
  }
}

function dataDiskOption(name: string, values: string[]): CodeLine[] {
  const items = values.map((value, index) => ({ text: azureCliItem(value), path: ['source', 'dataDisks', index] }))
  return listOption(name, items, ['source', 'dataDisks'])
}

function publishingOptions(plan: ImageVersionPlan): CodeLine[] {
  const { tags, properties } = toArm(plan)
  const { publishingProfile: profile, safetyProfile } = properties
  const given = (name: string, value: string | number | boolean | undefined, path: string) =>
    value === undefined ? [] : [option(name, String(value), [path])]
  return [
    ...given('replica-count', profile.replicaCount, 'replicaCount'),
    ...given('storage-account-type', profile.storageAccountType, 'storageAccountType'),
    ...given('replication-mode', profile.replicationMode, 'replicationMode'),
    ...given('exclude-from-latest', profile.excludeFromLatest, 'excludeFromLatest'),
    ...given('end-of-life-date', profile.endOfLifeDate, 'endOfLifeDate'),
    ...given(
      'allow-replicated-location-deletion',
      safetyProfile?.allowDeletionOfReplicatedLocations,
      'allowDeletionOfReplicatedLocations',
    ),
    ...given(
      'block-deletion-before-end-of-life',
      safetyProfile?.blockDeletionBeforeEndOfLife,
      'blockDeletionBeforeEndOfLife',
    ),
    ...regionOptions(placedRegions(plan)),
    ...listOption(
      'tags',
      Object.entries(tags).map(([name, value]) => ({ text: azureCliTag(name, value), path: ['tags'] })),
    ),
  ]
}

// az pairs the encryption with the regions by their order, and drops it if there are no regions.
function regionOptions(regions: PlacedRegion[]): CodeLine[] {
  const some = (is: (encryption: ArmEncryption) => boolean) =>
    regions.some(({ region }) => region.encryption !== undefined && is(region.encryption))
  const hasSets = some((it) => it.osDiskImage?.diskEncryptionSetId !== undefined || it.dataDiskImages !== undefined)
  const isConfidential = some((it) => it.osDiskImage?.securityProfile !== undefined)
  const each = (text: (region: ArmTargetRegion) => string, field?: string) =>
    regions.map(({ region, path }) => ({
      text: azureCliItem(text(region)),
      path: field === undefined ? path : [...path, field],
    }))
  return [
    ...listOption('target-regions', each(regionItem)),
    ...(hasSets ? listOption('target-region-encryption', each(encryptionItem, 'encryption')) : []),
    ...(isConfidential ? listOption('target-region-cvm-encryption', each(confidentialItem, 'encryption')) : []),
  ]
}

// az accepts the storage types in lowercase only.
function regionItem({ name, regionalReplicaCount, storageAccountType }: ArmTargetRegion): string {
  return [name, regionalReplicaCount, storageAccountType?.toLowerCase()].filter((part) => part !== undefined).join('=')
}

function encryptionItem({ encryption }: ArmTargetRegion): string {
  const dataDisks = encryption?.dataDiskImages ?? []
  return [
    azureCliPart(encryption?.osDiskImage?.diskEncryptionSetId ?? 'null'),
    ...dataDisks.flatMap(({ lun, diskEncryptionSetId }) => [lun, azureCliPart(diskEncryptionSetId ?? '')]),
  ].join(',')
}

function confidentialItem({ encryption }: ArmTargetRegion): string {
  const profile = encryption?.osDiskImage?.securityProfile
  return `${profile?.confidentialVMEncryptionType ?? ''},${azureCliPart(profile?.secureVMDiskEncryptionSetId ?? '')}`
}
