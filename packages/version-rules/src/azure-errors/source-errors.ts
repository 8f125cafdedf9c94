import type { ArmMessage } from './arm-message.ts'
import { meaning } from './decoded-error.ts'
import { nameOf, sourceName, sourcePath } from './plan-paths.ts'

const anotherSource = { action: 'chooseAnotherSource' } as const
const correctField = { action: 'correctField' } as const

// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images unless another page is given
export const sourceMessages: ArmMessage[] = [
  {
    text: /^Source '?(?<id>[^'\s]+)'? is not found\. Please check source exists/,
    means: ({ groups: { id = '' }, plan }) =>
      meaning('SourceNotFound', { id }, { path: sourcePath(plan, id), repair: anotherSource }),
  },
  {
    text: /^Cannot create Gallery Image Version from: '?(?<id>[^'\s]+)'? since the OS State in the parent gallery image \('?(?<osState>[^')]+)'?\) is not '?(?<sourceOsState>[^'.\s]+)/,
    means: ({ groups: { id = '', osState = '', sourceOsState = '' }, plan }) =>
      meaning(
        'SourceOsStateMismatch',
        { name: nameOf(id), sourceOsState, osState },
        { path: sourcePath(plan, id), repair: anotherSource },
      ),
  },
  {
    text: /^The resource with id '(?<id>[^']+)' has a different Hypervisor generation \['(?<sourceGeneration>[^']+)'\] than the parent gallery image Hypervisor generation \['(?<generation>[^']+)'\]/,
    means: ({ groups: { id = '', sourceGeneration = '', generation = '' }, plan }) =>
      meaning(
        'SourceGenerationMismatch',
        { name: nameOf(id), sourceGeneration, generation },
        { path: sourcePath(plan, id), repair: anotherSource },
      ),
  },
  {
    text: /^The resource with id '(?<id>[^']+)' has a different OS type \['(?<sourceOsType>[^']+)'\] than the parent gallery image OS type(?: generation)? \['(?<osType>[^']+)'\]/,
    means: ({ groups: { id = '', sourceOsType = '', osType = '' }, plan }) =>
      meaning(
        'SourceOsTypeMismatch',
        { name: nameOf(id), sourceOsType, osType },
        { path: sourcePath(plan, id), repair: anotherSource },
      ),
  },
  {
    text: /^The gallery image version source '(?<id>[^']+)' contains gallery image property 'IsAcceleratedNetworkSupported' which has a different value \['(?<value>True|False)'\]/i,
    means: ({ groups: { id = '', value = '' }, plan }) =>
      meaning(
        value.toLowerCase() === 'true' ? 'SourceHasAcceleratedNetworking' : 'SourceLacksAcceleratedNetworking',
        { name: nameOf(id) },
        { path: sourcePath(plan, id), repair: anotherSource },
      ),
  },
  {
    text: /^Source virtual machine (?<id>\S+) cannot contain an ephemeral OS disk/,
    means: ({ groups: { id = '' }, plan }) =>
      meaning('SourceEphemeralOsDisk', { name: nameOf(id) }, { path: sourcePath(plan, id), repair: anotherSource }),
  },
  {
    text: /^Source virtual machine (?<id>\S+) cannot contain disk \['(?<disk>[^']+)'\] stored in an UltraSSD account type/,
    means: ({ groups: { id = '', disk = '' }, plan }) =>
      meaning(
        'SourceUltraDisk',
        { name: nameOf(id), disk: nameOf(disk) },
        { path: sourcePath(plan, id), repair: anotherSource },
      ),
  },
  {
    text: /^Duplicated lun numbers have been detected in the input data disks/,
    means({ plan: { source } }) {
      const disks = 'dataDisks' in source ? source.dataDisks : []
      const luns = disks.map(({ lun }) => lun)
      const index = luns.findIndex((lun, position) => luns.indexOf(lun) < position)
      return meaning(
        'SourceLunDuplicate',
        { lun: luns[index] ?? '' },
        { path: ['source', 'dataDisks', ...(index < 0 ? [] : [index, 'lun'])], repair: correctField },
      )
    },
  },
  {
    text: /^Duplicated source ids are found in the input disks/,
    means({ plan: { source } }) {
      const disks = source.type === 'DisksAndSnapshots' ? [{ id: source.osDiskId }, ...source.dataDisks] : []
      const ids = disks.map(({ id }) => id.toLowerCase())
      const index = ids.findIndex((id, position) => ids.indexOf(id) < position)
      const path = ['source', 'dataDisks', ...(index < 1 ? [] : [index - 1, 'id'])]
      return meaning('SourceDuplicate', { name: nameOf(disks[index]?.id ?? '') }, { path, repair: correctField })
    },
  },
  {
    text: /^The source id: (?<id>\S+) must (?:either )?be a managed/,
    means: ({ groups: { id = '' }, plan }) =>
      meaning('SourceTypeInvalid', { name: nameOf(id) }, { path: sourcePath(plan, id), repair: anotherSource }),
  },
  {
    text: /^The gallery artifact version source can only be specified either directly under storageProfile or within individual OS or data disks/,
    means: () => meaning('SourceKindsMixed', {}, { path: ['source'], repair: anotherSource }),
  },
  {
    text: /^Adding new Data Disks or changing the LUN of a Data Disk in an existing Image is not allowed/,
    means: () => meaning('DataDisksAreCreateOnly', {}, { path: ['source', 'dataDisks'], repair: correctField }),
  },
  {
    text: /^Too many requests on source '?(?<id>[^'\s]+?)'?\. Please/,
    means: ({ groups: { id = '' }, plan }) =>
      meaning('SourceThrottled', { name: nameOf(id) }, { path: sourcePath(plan, id), repair: { action: 'retry' } }),
  },
  {
    text: /^Changing property 'galleryImageVersion\.properties\.(?<property>storageProfile\.[^']+)' is not allowed/,
    means: ({ groups: { property = '' }, plan }) =>
      meaning('SourceIsCreateOnly', { property }, { path: sourcePath(plan, ''), repair: correctField }),
  },
  {
    text: /source resource size (?<size>\d+) exceeds the max size (?<max>\d+) supported/,
    means: ({ groups: { size = '', max = '' }, plan }) =>
      meaning(
        'SourceTooLarge',
        { name: sourceName(plan.source), sizeInGB: Number(size), maxSizeInGB: Number(max) },
        { path: sourcePath(plan, ''), repair: anotherSource },
      ),
  },
  {
    // https://github.com/hashicorp/packer/issues/13189
    text: /^Creation of managed images are not supported for virtual machine with TrustedLaunch security type/,
    means: ({ plan }) =>
      meaning('ManagedImageOfTrustedLaunchMachine', {}, { path: sourcePath(plan, ''), repair: anotherSource }),
  },
]
