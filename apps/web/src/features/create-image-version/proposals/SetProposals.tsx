import { onlyFittingSets, proposedSets } from '@portal/image-version'
import { useDeferredValue, useMemo } from 'react'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import { useProposalTexts } from '../../../i18n/wizard/use-proposal-texts.ts'
import type { Proposal } from '../../../parts/proposals/proposal.ts'
import { ProposalList } from '../../../parts/proposals/ProposalList.tsx'
import type { TabProps } from '../tabs.ts'

/** The sets of the latest encrypted version for the empty cells, and the only set that fits each of the others. */
export function SetProposals({ plan, inventory, refused, onEdit }: TabProps & { refused: readonly string[] }) {
  const t = useProposalTexts()
  const { types } = useWizardTexts().wizard.encryption
  // They follow a change of the plan after it is shown.
  const shown = useDeferredValue(plan)
  const like = useMemo(() => proposedSets(shown, inventory), [shown, inventory])
  const only = useMemo(() => onlyFittingSets(shown, inventory), [shown, inventory])
  const proposals: Proposal[] = []
  if (like !== undefined) {
    const { encryptionType, cells } = like
    proposals.push({
      id: `sets ${like.like}`,
      text: t.sets(cells.length, like.like),
      detail: encryptionType === plan.encryptionType ? undefined : t.withType(types[encryptionType]),
      apply: () => onEdit({ type: 'fillCellsOfType', encryptionType, cells }),
    })
  }
  if (only.length > 0)
    proposals.push({
      id: 'only sets',
      text: t.onlySets(only.length),
      apply: () => onEdit({ type: 'fillCells', cells: only }),
    })
  return (
    <ProposalList proposals={proposals} refused={refused} onRefuse={(id) => onEdit({ type: 'refuseProposal', id })} />
  )
}
