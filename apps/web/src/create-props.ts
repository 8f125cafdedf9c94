import type { Gallery } from '@portal/image-version'

/** What makes a gallery, and what is to be done with its id once Azure has taken it on. */
export interface CreateGalleryProps {
  /** where it is made; '' where the user chooses that too */
  subscriptionId: string
  onCreated: (id: string) => void
}

/** What makes an image definition in a gallery. */
export interface CreateImageDefinitionProps {
  gallery: Pick<Gallery, 'id' | 'location'>
  onCreated: (id: string) => void
}
