import type { ImpactKind } from '@portal/disk-encryption'
import { parentResourceId, formatResourceId, tryParseResourceId } from '@portal/portal-api'
import type { ReactNode } from 'react'
import { diskEncryptionSetPath, imageVersionPath, recycleBinPath, virtualMachinePath } from '../../../paths.ts'
import { AzurePortalLink } from '../../../patterns/resource/AzurePortalLink.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'

/** A link to what a line is about: a page of the portal, or of the Azure portal where this one has none. */
export function ImpactLink({ id, kind, children }: { id: string; kind: ImpactKind; children: ReactNode }) {
  const href = pathOf(id, kind)
  if (href === undefined) return <AzurePortalLink id={id}>{children}</AzurePortalLink>
  return <RouteLink href={href}>{children}</RouteLink>
}

function pathOf(id: string, kind: ImpactKind): string | undefined {
  switch (kind) {
    case 'set':
      return diskEncryptionSetPath(id)
    case 'version':
      return imageVersionPath(id)
    case 'machine':
      return virtualMachinePath(id)
    case 'deletedVersion': {
      const version = tryParseResourceId(id)
      const definition = version && parentResourceId(version)
      return definition && recycleBinPath(formatResourceId(definition))
    }
    case 'disk':
    case 'snapshot':
    case 'scaleSet':
      return undefined
  }
}
