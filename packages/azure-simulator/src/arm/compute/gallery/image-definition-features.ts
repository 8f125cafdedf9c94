import { isJsonObject, objectsAt, textAt, type Json, type JsonObject } from '../../../json.ts'
import { invalidParameter, propertyChangeNotAllowed } from '../../errors.ts'
import { spelling } from '../../spelling.ts'

const target = 'galleryImage.properties.features'
const yesOrNo = ['True', 'False']

// Azure spells a value in its own way, however it was sent.
// https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-definitions
const known: Record<string, readonly string[]> = {
  SecurityType: [
    'Standard',
    'TrustedLaunch',
    'TrustedLaunchSupported',
    'TrustedLaunchAndConfidentialVmSupported',
    'ConfidentialVM',
    'ConfidentialVMSupported',
  ],
  DiskControllerTypes: ['SCSI', 'SCSI, NVMe'],
  IsAcceleratedNetworkSupported: yesOrNo,
  IsHibernateSupported: yesOrNo,
  IsSecureBootSupported: yesOrNo,
  IsMeasuredBootSupported: yesOrNo,
}

// The first with `allowUpdateImage` and `startsAtVersion`: https://github.com/Azure/azure-cli/issues/33172
const updatableSince = '2024-03-03'

/** A feature as it is stored. */
interface Feature extends JsonObject {
  name: string
  value: string
  startsAtVersion?: string
}

/** A definition's PUT, as far as its features are concerned. */
interface SentFeatures {
  sent: JsonObject
  /** the definition as it was; undefined for a new one */
  stored: JsonObject | undefined
  apiVersion: string
}

/**
 * The features of a definition after its PUT: those that it has, where none are sent. Throws 400 for a name or a value
 * that Azure does not know; 409 for a change, unless `allowUpdateImage` asks for it.
 */
export function resultingFeatures({ sent, stored, apiVersion }: SentFeatures): JsonObject[] {
  const before = objectsAt(stored, 'features')
  if (!Array.isArray(sent['features'])) return before
  const raw = sent['features'].map(readFeature)
  const features = raw.map(({ value, ...rest }) => ({ ...rest, value: inAzuresOrder(value) }))
  if (stored === undefined) return features
  const isAsked = sent['allowUpdateImage'] === true && apiVersion >= updatableSince
  const changed = changedFeature(raw, before)
  if (changed !== undefined && !isAsked) throw propertyChangeNotAllowed(changed)
  for (const feature of features) if (isAsked && isNew(feature, before)) assertStart(feature)
  return features
}

/**
 * The value of a feature for the machines of a version; undefined for one that the definition does not have, or has for
 * later versions only.
 */
export function featureOf(definition: JsonObject | undefined, name: string, version: string): string | undefined {
  const feature = objectsAt(definition, 'features').find((one) => one['name'] === name)
  const start = textAt(feature, 'startsAtVersion')
  if (start !== undefined && start.localeCompare(version, 'en', { numeric: true }) > 0) return undefined
  return textAt(feature, 'value')
}

function readFeature(sent: Json): Feature {
  const feature = isJsonObject(sent) ? sent : {}
  const name = spelling(Object.keys(known), textAt(feature, 'name') ?? '')
  const values = known[name]
  // Azure's words for a name are not public.
  if (values === undefined) throw invalidParameter(`The feature '${name}' is not valid.`, target)
  const value = textAt(feature, 'value') ?? ''
  const spelt = spelling([...values, 'NVMe, SCSI'], value.replace(/\s*,\s*/g, ', '))
  if (!values.includes(inAzuresOrder(spelt)))
    throw invalidParameter(
      `The value '${value}' for feature '${name}' is invalid. Allowed characters are English alphanumerical characters with spaces and commas. The length of the value cannot exceed 100 characters.`,
      target,
    )
  const startsAtVersion = textAt(feature, 'startsAtVersion')
  return { name, value: spelt, ...(startsAtVersion !== undefined && { startsAtVersion }) }
}

// Azure stores the one for the other, and then takes it for a change:
// https://github.com/Azure/bicep-types-az/issues/2430
function inAzuresOrder(value: string): string {
  return value === 'NVMe, SCSI' ? 'SCSI, NVMe' : value
}

/** The name of a feature that is new, gone or different. */
function changedFeature(sent: Feature[], before: JsonObject[]): string | undefined {
  const gone = before.find(({ name }) => !sent.some((feature) => feature.name === name))
  return sent.find((feature) => isNew(feature, before))?.name ?? textAt(gone, 'name')
}

function isNew(feature: Feature, before: JsonObject[]): boolean {
  return !before.some(
    ({ name, value, startsAtVersion }) =>
      name === feature.name && value === feature.value && startsAtVersion === feature.startsAtVersion,
  )
}

// Our words: https://learn.microsoft.com/rest/api/compute/gallery-images/create-or-update#galleryimagefeature
function assertStart({ name, startsAtVersion = '' }: Feature): void {
  if (!/^\d+\.\d+\.\d+$/.test(startsAtVersion))
    throw invalidParameter(
      `The property 'startsAtVersion' of feature '${name}' is not valid. It should follow Major(int).Minor(int).Patch(int) format.`,
      target,
    )
}
