import { Text } from '@fluentui/react-components'
import { regionDisplayName } from '@portal/disk-encryption'
import { asksForDiskSets, type DiskKey, imageDisks, type ImageVersionPlan, type Inventory } from '@portal/image-version'
import { DataTable } from '../../ui/DataTable.tsx'
import { labelWithGroup } from '../resource/resource-label.ts'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import { diskGroups, rangesOf } from './disk-groups.ts'

/** The sets of every region of a plan, each with its disks. */
export function SetsByRegion({ plan, inventory }: { plan: ImageVersionPlan; inventory: Inventory }) {
  const t = useWizardTexts().wizard
  const hasConfidentialSets = plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
  if (!asksForDiskSets(plan) && !hasConfidentialSets)
    return <Text>{t.encryption.platformKeySummary(plan.targetRegions.length)}</Text>
  const disks = imageDisks(plan.source, inventory).map(({ key }) => key)
  const setName = (id: string | undefined) =>
    id === undefined ? t.review.platformKey : id === '' ? t.review.notSet : labelWithGroup(id, plan.imageDefinitionId)
  const diskNames = (group: DiskKey[]) => {
    const luns = group.filter((disk) => disk !== 'os')
    return [
      ...(group.includes('os') ? [t.encryption.osDisk] : []),
      ...(luns.length > 0 ? [t.encryption.lun(rangesOf(luns))] : []),
    ].join(', ')
  }
  const rows = plan.targetRegions.flatMap((region, index) =>
    [
      ...diskGroups(plan, index, disks).map((group) => ({
        set: setName(group.diskEncryptionSetId),
        disks: diskNames(group.disks),
      })),
      ...(hasConfidentialSets
        ? [{ set: setName(region.encryption.secureVMDiskEncryptionSetId), disks: t.encryption.confidentialSet }]
        : []),
    ].map((row, place) => ({ ...row, key: `${index}.${place}`, region: regionDisplayName(inventory, region.name) })),
  )

  return (
    <DataTable
      label={t.review.perRegion}
      columns={[
        { heading: t.replication.targetRegion, cell: ({ region }) => region },
        { heading: t.review.disks, cell: ({ disks: names }) => names },
        { heading: t.review.set, cell: ({ set }) => set },
      ]}
      rows={rows}
      rowKey={({ key }) => key}
    />
  )
}
