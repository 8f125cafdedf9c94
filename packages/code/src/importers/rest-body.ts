import { resourceType, tryParseResourceId } from '@portal/arm'
import { noNames, type ImportedVersion, type VersionNames } from './imported-version.ts'
import { objectOf, parsedJson, textOf, type JsonObject } from './json-value.ts'

const versionType = 'Microsoft.Compute/galleries/images/versions'
const versionPath = '/subscriptions/'

/**
 * A version in Azure's REST format: a body to PUT, a GET's response, az's `show` (which lacks `properties`), or a
 * command with such JSON next to its URL. undefined if there is none.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update
 */
export function importRestBody(text: string): ImportedVersion | undefined {
  const json = objectOf(parsedJson(text)) ?? objectOf(parsedJson(objectIn(text)))
  if (json === undefined) return undefined
  const body = withProperties(json)
  const properties = objectOf(body['properties'])
  if (properties?.['publishingProfile'] === undefined && properties?.['storageProfile'] === undefined) return undefined
  const id = textOf(json['id'])
  return { names: namesInId(id === '' ? urlIn(text) : id), apiVersion: apiVersionIn(text), body, notes: [] }
}

/** The names in the id of a version; all '' for another id. */
export function namesInId(id: string): VersionNames {
  const parsed = tryParseResourceId(id)
  if (parsed === undefined || resourceType(parsed).toLowerCase() !== versionType.toLowerCase()) return noNames
  const [galleryName = '', imageDefinitionName = '', versionName = ''] = parsed.names
  const { subscriptionId, resourceGroupName } = parsed
  return { subscriptionId, resourceGroupName, galleryName, imageDefinitionName, versionName }
}

function withProperties(json: JsonObject): JsonObject {
  if (json['properties'] !== undefined) return json
  const { publishingProfile, storageProfile, safetyProfile, ...resource } = json
  return { ...resource, properties: { publishingProfile, storageProfile, safetyProfile } }
}

/** From the first `{` to the last `}`: the body inside a curl or `az rest`, whose quotes contain no other braces. */
function objectIn(text: string): string {
  const start = text.indexOf('{')
  return start < 0 ? '' : text.slice(start, text.lastIndexOf('}') + 1)
}

function apiVersionIn(text: string): string {
  return /[?&]api-version=(\d{4}-\d\d-\d\d)/i.exec(text)?.[1] ?? ''
}

function urlIn(text: string): string {
  const start = text.indexOf(versionPath)
  return start < 0 ? '' : (text.slice(start, start + 1024).split(/[?\s'"]/)[0] ?? '')
}
