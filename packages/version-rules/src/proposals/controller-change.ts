import { apiVersions } from '@portal/arm'
import { diskControllerTypes, type ImageDefinition } from '@portal/gallery'
import { storedTags } from '@portal/image-version'
import * as z from 'zod/mini'
import { isVersionName } from '../rules/version-name.ts'

/** The disk controllers that the versions of an image definition get from a version on. */
export const controllerChange = z.strictObject({
  diskControllerTypes: diskControllerTypes,
  /** `2.0.0` */
  startsAtVersion: z.string(),
})
export type ControllerChange = z.infer<typeof controllerChange>

/** An image definition as ARM returns it, with the parts that a PUT sends back. */
export const storedDefinition = z.object({
  location: z.string(),
  tags: z.optional(storedTags),
  properties: z.record(z.string(), z.json()),
})
export type StoredDefinition = z.infer<typeof storedDefinition>

export type ControllerChangeIssueCode = 'ControllersUnchanged' | 'StartVersionInvalid'

/**
 * What Azure would refuse, or what would change nothing.
 * https://github.com/Azure/azure-cli/issues/33172
 */
export function controllerChangeIssues(
  {
    diskControllerTypes: types = 'SCSI',
    diskControllersStartAt: start,
  }: Pick<ImageDefinition, 'diskControllerTypes' | 'diskControllersStartAt'>,
  { diskControllerTypes, startsAtVersion }: ControllerChange,
): ControllerChangeIssueCode[] {
  const isSame = diskControllerTypes === types && (start === undefined || start === startsAtVersion)
  const rules: [boolean, ControllerChangeIssueCode][] = [
    [isSame, 'ControllersUnchanged'],
    [!isVersionName(startsAtVersion), 'StartVersionInvalid'],
  ]
  return rules.filter(([isBroken]) => isBroken).map(([, code]) => code)
}

const feature = z.looseObject({ name: z.string() })

/**
 * The body of the PUT that changes the controllers and leaves all else as it is stored. Without `allowUpdateImage`,
 * Azure refuses any change of a feature. https://github.com/Azure/azure-powershell/pull/29368
 */
export function withControllers(stored: StoredDefinition, change: ControllerChange): StoredDefinition {
  const { provisioningState: _, features, ...properties } = stored.properties
  const known = z.parse(z.optional(z.array(feature)), features) ?? []
  const others = known.filter(({ name }) => name !== 'DiskControllerTypes')
  const { diskControllerTypes: value, startsAtVersion } = change
  const changed = [...others, { name: 'DiskControllerTypes', value, startsAtVersion }]
  const { location, tags } = stored
  return {
    location,
    ...(tags && { tags }),
    properties: { ...properties, allowUpdateImage: true, features: z.parse(z.json(), changed) },
  }
}

/** That PUT as text, for the definition of that ID. */
export function controllerChangeRequest(id: string, body: StoredDefinition): string {
  return `PUT ${id}?api-version=${apiVersions.imageVersions.version}\n\n${JSON.stringify(body, null, 2)}`
}
