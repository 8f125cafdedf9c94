import type { Gallery, ImageDefinition } from '@portal/image-version'
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
    /** whose values the form starts with */
    like?: ImageDefinition | undefined
    onCreated: (id: string) => void
  }>
}
