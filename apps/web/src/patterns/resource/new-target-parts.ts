import type { Gallery } from '@portal/gallery'
import type { DefinitionProposal } from '@portal/version-rules'
import type { ComponentType } from 'react'

/** Create a new gallery or image definition where one is chosen, and return its ID once Azure has accepted it. */
export interface NewTargetParts {
  CreateGallery: ComponentType<{
    /** '' while none is chosen */
    subscriptionId: string
    onCreated: (id: string) => void
  }>
  CreateImageDefinition: ComponentType<{
    /** undefined: not chosen yet */
    gallery: Pick<Gallery, 'id' | 'location'> | undefined
    /** the values that the form starts with */
    proposal?: DefinitionProposal | undefined
    onCreated: (id: string) => void
  }>
}
