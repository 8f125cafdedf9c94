/** What a form can fill in at once, because something like it was chosen before or because nothing else fits. */
export interface Proposal {
  /** the same while it proposes the same: a refused one stays away */
  id: string
  /** what it does, for example `Fill 4 cells like 1.1.0` */
  text: string
  /** what is filled in */
  detail?: string | undefined
  apply: () => void
}
