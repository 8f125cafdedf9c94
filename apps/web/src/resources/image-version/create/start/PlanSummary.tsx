import {
  diskEncryptionSetOf,
  replicaCountOf,
  storageOf,
  asksForDiskSets,
  asksForSet,
  type DiskKey,
  type ImageVersionPlan,
  type TargetRegion,
} from '@portal/image-version'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { labelWithGroup } from '../../../../patterns/resource/resource-label.ts'
import { sourceFacts } from '../../../../patterns/wizard/basics-facts.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import type { WizardTexts } from '../../../../patterns/wizard/texts/wizard.en.ts'
import { FactList } from '../../../../ui/FactList.tsx'

/** A plan in short: version, source, regions with their sets. */
export function PlanSummary({ plan }: { plan: ImageVersionPlan }) {
  const t = useWizardTexts().wizard
  const orNotSet = (value: string) => (value === '' ? t.review.notSet : value)
  return (
    <FactList
      facts={[
        [t.basics.versionNumber, orNotSet(plan.name)],
        [t.basics.region, orNotSet(regionDisplayName(plan.location))],
        [t.basics.source, t.basics.sourceTypes[plan.source.type]],
        ...sourceFacts(plan, t).map(([name, value]): [string, string] => [name, orNotSet(value)]),
        [t.encryption.type, t.encryption.types[plan.encryptionType]],
        ...plan.targetRegions.map((region): [string, string] => [
          orNotSet(regionDisplayName(region.name)),
          [
            t.review.regionFacts(
              replicaCountOf(plan, region) ?? 0,
              t.replication.storageTypes[storageOf(plan, region)],
            ),
            ...(asksForDiskSets(plan) ? setFacts(plan, region, t) : []),
          ].join(' · '),
        ]),
      ]}
    />
  )
}

function setFacts(plan: ImageVersionPlan, region: TargetRegion, t: WizardTexts): string[] {
  const disks: DiskKey[] = [
    ...(asksForSet(plan, 'os') ? (['os'] as const) : []),
    ...region.encryption.dataDiskImages.map(({ lun }) => lun),
  ]
  return disks.map((disk) => {
    const set = diskEncryptionSetOf(region, disk)
    const name = disk === 'os' ? t.basics.osDisk : t.encryption.lun(disk)
    return `${name}: ${set === '' ? t.review.notSet : labelWithGroup(set, plan.imageDefinitionId)}`
  })
}
