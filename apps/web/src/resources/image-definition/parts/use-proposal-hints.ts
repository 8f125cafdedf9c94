import type { NewImageDefinition } from '@portal/gallery'
import type { DefinitionProposal } from '@portal/version-rules'
import { useNewGalleryTexts } from '../../../patterns/new-resource/texts/use-new-gallery-texts.ts'

/** The hint of a field: where its value comes from, while it is the proposed one, and then `more`. */
export type HintOf = (field: keyof DefinitionProposal['values'], more?: string) => string | null

/** The hints of the fields of a new image definition. */
export function useProposalHints(proposal: DefinitionProposal | undefined, draft: NewImageDefinition): HintOf {
  const t = useNewGalleryTexts()
  return (field, more) => {
    const proposed = proposal?.values[field]
    // The plan is the only value with parts, and is taken over as a whole.
    if (proposal === undefined || proposed === undefined || proposed !== draft[field]) return more ?? null
    const origin = t.proposedFrom[proposal.from.type](proposal.from.name)
    return more === undefined ? origin : `${origin} ${more}`
  }
}
