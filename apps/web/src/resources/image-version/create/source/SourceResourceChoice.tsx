import { regionDisplayName } from '@portal/disk-encryption'
import type { ImageVersionPlan, Inventory, SourceResource, SourceDisk } from '@portal/image-version'
import { labelWithGroup } from '../../../../patterns/resource/resource-label.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'

/** A source in one line of facts, for example `Snapshot · Linux · 30 GB`; '' if nothing is known about its disks. */
function sourceResourceDetail(resource: SourceResource, kinds: Readonly<Record<'Disk' | 'Snapshot', string>>): string {
  const kind = resource.type === 'Disk' || resource.type === 'Snapshot' ? kinds[resource.type] : ''
  const facts = [kind, resource.osType, resource.hyperVGeneration, disksOf(resource).map(sizeOf).join(' + ')]
  return facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')
}

function disksOf(resource: SourceResource): SourceDisk[] {
  switch (resource.type) {
    case 'ManagedImage':
    case 'VirtualMachine':
    case 'ImageVersion':
      return [resource.osDisk, ...resource.dataDisks.map((dataDisk) => dataDisk.disk)]
    case 'Disk':
    case 'Snapshot':
      return [resource.disk]
    case 'StorageAccount':
      return []
  }
}

function sizeOf(disk: SourceDisk): string {
  return disk.sizeInGB === undefined ? '?' : `${disk.sizeInGB} GB`
}

interface SourceResourceChoiceProps {
  plan: ImageVersionPlan
  inventory: Inventory
  /** the resources to offer */
  sources: readonly SourceResource[]
  /** id of the resource, '' if none is chosen */
  value: string
  onChoose: (id: string) => void
  'aria-label'?: string
  /** of `shows` */
  'data-shows'?: string
}

/** Offers resources as the source, those of the version's own region first. */
export function SourceResourceChoice({
  plan,
  inventory,
  sources: resources,
  value,
  onChoose,
  ...control
}: SourceResourceChoiceProps) {
  const t = useWizardTexts().wizard
  const near = resources.filter((resource) => resource.location === plan.location)
  const far = resources.filter((resource) => resource.location !== plan.location)
  const option = (resource: SourceResource, group: string, where: string) => ({
    value: resource.id,
    label: labelWithGroup(resource.id, plan.imageDefinitionId, resource.name),
    detail: [sourceResourceDetail(resource, t.basics.diskKinds), where].filter((part) => part !== '').join(' · '),
    group,
  })
  // Nothing was read yet: no subscription is chosen.
  const isUnread = plan.imageDefinitionId === '' && inventory.sources.length === 0
  const options = [
    ...near.map((resource) => option(resource, t.basics.inRegion(regionDisplayName(inventory, plan.location)), '')),
    ...far.map((resource) =>
      option(resource, t.basics.inOtherRegions, regionDisplayName(inventory, resource.location)),
    ),
  ]
  return (
    <Choice
      {...control}
      value={options.find((candidate) => candidate.value.toLowerCase() === value.toLowerCase())?.value ?? ''}
      options={options}
      placeholder={options.length > 0 ? t.choose : isUnread ? t.basics.subscriptionFirst : t.basics.noSources}
      onChoose={onChoose}
    />
  )
}
