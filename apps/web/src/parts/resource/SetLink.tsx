import { diskEncryptionSetPath } from '../../paths.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { resourceLabel } from './resource-label.ts'

/** The name of a disk encryption set, as the link to its page. */
export function SetLink({ id }: { id: string }) {
  return <RouteLink href={diskEncryptionSetPath(id)}>{resourceLabel(id)}</RouteLink>
}
