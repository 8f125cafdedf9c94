export type ResourceKind = 'gallery' | 'definition' | 'version'

/** What is to be deleted. */
export interface DeletedResource {
  id: string
  kind: ResourceKind
  /** where to go once Azure has accepted the deletion */
  parentPath: string
}
