import { formatResourceId, parentResourceId, resourceNameOf, type ResourceId } from '@portal/portal-api'
import { galleryPath, imageDefinitionPath, imageVersionPath } from '../../paths.ts'
import type { Crumb } from '../../ui/PageHeader.tsx'

/** The way to the versions of an image definition: its gallery and the definition. */
export function imageDefinitionCrumbs(definition: ResourceId | undefined): Crumb[] {
  const gallery = definition && parentResourceId(definition)
  if (!definition || !gallery) return []
  return [
    { text: resourceNameOf(gallery), href: galleryPath(formatResourceId(gallery)) },
    { text: resourceNameOf(definition), href: imageDefinitionPath(formatResourceId(definition)) },
  ]
}

/** The way to an image version: its gallery and its definition. */
export function imageVersionCrumbs(version: ResourceId): Crumb[] {
  return imageDefinitionCrumbs(parentResourceId(version))
}

/** The path to what is created from an image version or done with it: through the version. */
export function crumbsPastVersion(version: ResourceId): Crumb[] {
  const own = { text: resourceNameOf(version), href: imageVersionPath(formatResourceId(version)) }
  return [...imageVersionCrumbs(version), own]
}
