import { formatResourceId, parentResourceId, resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import { galleryPath, imageDefinitionPath } from '../../paths.ts'

/** The way back from the wizard: the gallery and the definition of the version to be. */
export function wizardCrumbs(imageDefinitionId: string): { text: string; href: string }[] {
  const definition = tryParseResourceId(imageDefinitionId)
  const gallery = definition && parentResourceId(definition)
  if (definition === undefined || gallery === undefined) return []
  return [
    { text: resourceNameOf(gallery), href: galleryPath(formatResourceId(gallery)) },
    { text: resourceNameOf(definition), href: imageDefinitionPath(formatResourceId(definition)) },
  ]
}
