import type { ReactNode } from 'react'
import { resourcePath } from '../../paths.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { AzurePortalLink } from './AzurePortalLink.tsx'

/** A link to the page of a resource; where the portal has none, to the one in the Azure portal. */
export function ResourceLink({ id, children }: { id: string; children: ReactNode }) {
  const path = resourcePath(id)
  return path === undefined ? (
    <AzurePortalLink id={id}>{children}</AzurePortalLink>
  ) : (
    <RouteLink href={path}>{children}</RouteLink>
  )
}
