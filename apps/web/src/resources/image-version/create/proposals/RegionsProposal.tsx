import { regionDisplayName } from '@portal/disk-encryption'
import { replicaCountOf } from '@portal/image-version'
import { proposedRegions } from '@portal/version-rules'
import { useFormats } from '../../../../i18n/formats.ts'
import { ProposalList } from '../../../../patterns/proposals/ProposalList.tsx'
import { useProposalTexts } from '../../../../patterns/wizard/texts/proposals-texts.ts'
import type { TabProps } from '../tabs.ts'

/** The regions, replicas and storage of the latest encrypted version, as far as the plan lacks them. */
export function RegionsProposal({ plan, inventory, refused, onEdit }: TabProps & { refused: readonly string[] }) {
  const t = useProposalTexts()
  const { list } = useFormats()
  const proposed = proposedRegions(plan, inventory)
  if (proposed === undefined) return null
  const { like, targetRegions, added, changed } = proposed
  const regions = targetRegions.filter(({ name }) => added.includes(name) || changed.includes(name))
  const shown = regions
    .slice(0, 4)
    .map((region) => t.regionReplicas(regionDisplayName(inventory, region.name), replicaCountOf(plan, region) ?? 1))
  const rest = regions.length - shown.length
  return (
    <ProposalList
      proposals={[
        {
          id: `regions ${like}`,
          text: t.regions(like),
          detail: list([...shown, ...(rest > 0 ? [`+${rest}`] : [])]),
          apply: () => onEdit({ type: 'setTargetRegions', targetRegions }),
        },
      ]}
      refused={refused}
      onRefuse={(id) => onEdit({ type: 'refuseProposal', id })}
    />
  )
}
