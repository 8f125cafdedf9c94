import { textAt, valueAt, type JsonObject } from '../../../json.ts'
import type { ArmRequest } from '../../request.ts'

const galleryType = 'Microsoft.Compute/galleries'
const shared =
  /^\/(?:community|shared)Galleries\/(?<gallery>[^/]+)\/images\/(?<image>[^/]+)(?:\/versions\/(?<version>[^/]+))?$/i

/**
 * The id of an image that a reference names by its shared gallery, as `/CommunityGalleries/PUBLIC_NAME/Images/NAME` or
 * `/SharedGalleries/UNIQUE_NAME/Images/NAME`, with or without `/Versions/VERSION`; undefined if it names none, the
 * reference's own text if nobody has that gallery.
 * https://learn.microsoft.com/azure/virtual-machines/vm-generalized-image-version
 */
export function sharedImageId({ tenant }: ArmRequest, reference: JsonObject): string | undefined {
  const community = textAt(reference, 'communityGalleryImageId')
  const named = community ?? textAt(reference, 'sharedGalleryImageId')
  const { gallery = '', image, version = 'latest' } = shared.exec(named ?? '')?.groups ?? {}
  const found = tenant.store.list('', galleryType).find(({ properties }) => {
    const publicNames = valueAt(properties, 'sharingProfile', 'communityGalleryInfo', 'publicNames')
    const names = community === undefined ? [valueAt(properties, 'identifier', 'uniqueName')] : publicNames
    return Array.isArray(names) && names.some((name) => textAt(name)?.toLowerCase() === gallery.toLowerCase())
  })
  if (found === undefined) return named
  const definitionId = `${found.id}/images/${image}`
  return version.toLowerCase() === 'latest' ? definitionId : `${definitionId}/versions/${version}`
}
