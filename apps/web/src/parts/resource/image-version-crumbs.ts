import { formatResourceId, parentResourceId, resourceNameOf, type ResourceId } from '@portal/portal-api'
import { galleryPath, imageDefinitionPath } from '../../paths.ts'
import type { Crumb } from '../../ui/PageHeader.tsx'

/** The way to an image version: its gallery and its definition. */
export function imageVersionCrumbs(version: ResourceId): Crumb[] {
  const definition = parentResourceId(version)
  const gallery = definition && parentResourceId(definition)
  if (!definition || !gallery) return []
  return [
    { text: resourceNameOf(gallery), href: galleryPath(formatResourceId(gallery)) },
    { text: resourceNameOf(definition), href: imageDefinitionPath(formatResourceId(definition)) },
  ]
}
