import { regionName, shownName } from '@portal/arm'
import { diskEncryptionSetOf, type DiskKey, type RegionEncryption, targetRegion } from '@portal/image-version'
import * as z from 'zod/mini'
import { parsedJson } from '../importers/json-value.ts'
import { linkFragment, textOfFragment } from '../plan-files/link-fragment.ts'

// Which set encrypts which disk in which region, by name, so that it can be passed on. It says nothing else of a
// version, and it is judged where it is applied: Azure might have other sets by then.

/** Where a portal serves the schema, below its own address. */
export const profileSchemaPath = '/schemas/encryption-profile.v1.json'

/** The name of the file that a browser saves, independent of the profile: its texts can come from anyone. */
export const profileFileName = 'encryption-profile.json'

/** Maximum number of characters of a file; 100 regions of 65 disks with long IDs have fewer. */
export const longestProfile = 1_000_000

const profileRegion = z.strictObject({
  /** in any of ARM's spellings */
  name: z.string().check(z.minLength(1), z.maxLength(64)),
  /** '' for a disk without a set */
  encryption: targetRegion.shape.encryption,
})

/** A named choice of disk encryption sets: for the disks of an image, in each region. */
export const encryptionProfile = z.strictObject({
  name: shownName,
  regions: z.array(profileRegion).check(z.maxLength(100)),
})
export type EncryptionProfile = z.infer<typeof encryptionProfile>

const profileFile = z.strictObject({ $schema: z.string(), version: z.literal(1), profile: encryptionProfile })
const anyVersion = z.object({ version: z.int(), profile: z.unknown() })

/** A disk of an image, or the additional confidential set of a region. */
export type ProfiledDisk = DiskKey | 'confidential'

/** Why a text is not a profile that this portal can read. */
export type ProfileFault =
  | { code: 'TooLarge' | 'Foreign'; params: Record<string, never> }
  | { code: 'VersionUnknown'; params: { version: number; known: number } }
  | { code: 'Invalid'; params: { field: string } }
  | { code: 'RegionTwice'; params: { region: string } }

/** The profile in a text, or the first reason why there is none. */
export type ReadProfile = { profile: EncryptionProfile; fault?: never } | { profile?: never; fault: ProfileFault }

/** The text of a profile's file; `origin` is that of the portal, which serves the schema. */
export function profileText(profile: EncryptionProfile, origin: string): string {
  return `${JSON.stringify({ $schema: `${origin}${profileSchemaPath}`, version: 1, profile }, null, 2)}\n`
}

/** The profile in a file's text. Nothing that the schema does not name is accepted. */
export function profileFromText(text: string): ReadProfile {
  if (text.length > longestProfile) return { fault: { code: 'TooLarge', params: {} } }
  const json = parsedJson(text)
  const parsed = profileFile.safeParse(json)
  if (parsed.success) return withoutDoubles(parsed.data.profile)
  const version = anyVersion.safeParse(json)
  if (!version.success) return { fault: { code: 'Foreign', params: {} } }
  if (version.data.version !== 1)
    return { fault: { code: 'VersionUnknown', params: { version: version.data.version, known: 1 } } }
  const field = parsed.error.issues[0]?.path.map(String).join('.') ?? ''
  return { fault: { code: 'Invalid', params: { field: field === '' ? 'profile' : field } } }
}

/** The JSON Schema of a profile's file, for editors that check and complete one. */
export function profileJsonSchema(): unknown {
  return z.toJSONSchema(profileFile, { target: 'draft-2020-12', io: 'input' })
}

const prefix = 'profile='

/** The fragment of a link, with its `#`, that contains the profile, compressed. Throws `LinkTooLong`. */
export function profileFragment(profile: EncryptionProfile): Promise<string> {
  return linkFragment(prefix, { $schema: '', version: 1, profile })
}

/** The profile in a fragment or a whole link; undefined for another fragment. */
export async function profileFromLink(link: string): Promise<ReadProfile | undefined> {
  const hash = link.indexOf('#')
  const text = await textOfFragment(prefix, hash === -1 ? '' : link.slice(hash))
  return text === undefined ? undefined : profileFromText(text ?? '')
}

/** The set that the profile names for a disk in a region, '' for none. */
export function profiledSet(profile: EncryptionProfile, region: string, disk: ProfiledDisk): string {
  const found = regionsOf(profile).get(regionName(region))
  if (found === undefined) return ''
  if (disk === 'confidential') return found.secureVMDiskEncryptionSetId
  return diskEncryptionSetOf({ encryption: found }, disk)
}

// Of thousands of cells, each asks for its own: the regions of a profile are indexed once.
const indexed = new WeakMap<EncryptionProfile, ReadonlyMap<string, RegionEncryption>>()

function regionsOf(profile: EncryptionProfile): ReadonlyMap<string, RegionEncryption> {
  const known = indexed.get(profile)
  if (known !== undefined) return known
  const index = new Map(profile.regions.map(({ name, encryption }) => [regionName(name), encryption]))
  indexed.set(profile, index)
  return index
}

// Of two entries for a region or a disk, nobody can say which one was meant.
function withoutDoubles(profile: EncryptionProfile): ReadProfile {
  const seen = new Set<string>()
  for (const { name, encryption } of profile.regions) {
    const luns = encryption.dataDiskImages.map(({ lun }) => lun)
    if (seen.has(regionName(name)) || new Set(luns).size < luns.length)
      return { fault: { code: 'RegionTwice', params: { region: name } } }
    seen.add(regionName(name))
  }
  return { profile }
}
