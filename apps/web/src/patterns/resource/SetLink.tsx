import { diskEncryptionSetPath } from '../../paths.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { labelWithGroup, resourceLabel } from './resource-label.ts'

interface SetLinkProps {
  id: string
  /** ID of the version that the page is about: a set of another resource group is named with that group */
  versionId?: string
}

/** The name of a disk encryption set, as the link to its page. */
export function SetLink({ id, versionId }: SetLinkProps) {
  const label = versionId === undefined ? resourceLabel(id) : labelWithGroup(id, versionId)
  return <RouteLink href={diskEncryptionSetPath(id)}>{label}</RouteLink>
}
