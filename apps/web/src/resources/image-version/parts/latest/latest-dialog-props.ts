/** What the dialog that changes latest is opened for. */
export interface LatestDialogProps {
  imageDefinitionId: string
  kind: 'Promotion' | 'RollBack'
  /** short name of the region where it was opened; without it, all */
  region?: string | undefined
  /** the version that is promoted */
  imageVersionId?: string | undefined
  onClose: () => void
}
