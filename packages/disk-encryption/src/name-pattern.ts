import type { Region } from './regions.ts'

/**
 * A resource's name with the part that names its region replaced, in lowercase: `WestUSDiskEncryptionSet1` in West US
 * becomes `{region}diskencryptionset1`, as does `EastUS2DiskEncryptionSet1` in East US 2. Without such a part, the name
 * itself. Recognized are `westus`, `west-us`, `west_us`, and, without a letter next to them, `wus`, `weu` and `we`.
 */
export function nameWithoutRegion(name: string, region: Region): string {
  return namePatternOf(name, region).toLowerCase()
}

/** The same with the case kept: `{Region}DiskEncryptionSet1`, or `des-{region}-1` if the region is in lowercase. */
export function namePatternOf(name: string, region: Region): string {
  const words = region.displayName.toLowerCase().match(/[a-z]+|\d+/g) ?? []
  const forms = [
    region.name.toLowerCase(),
    ...['', '-', '_'].map((separator) => words.join(separator)),
    // Short forms also occur inside words, `we` in `web`, so they must be separate.
    `(?<![a-z])${shortForm(words, 2)}(?![a-z0-9])`,
    `(?<![a-z])${shortForm(words, 1)}(?![a-z0-9])`,
  ]
  const found = forms.find((form) => new RegExp(form, 'i').test(name))
  if (found === undefined) return name
  return name.replace(new RegExp(found, 'i'), (part) => (part === part.toLowerCase() ? '{region}' : '{Region}'))
}

/** The name from a pattern in a region: `{Region}` is `JapanEast`, `{region}` is `japaneast`. */
export function nameFromPattern(pattern: string, region: Region): string {
  return pattern
    .replaceAll('{Region}', region.displayName.replaceAll(/[^A-Za-z0-9]/g, ''))
    .replaceAll('{region}', region.name)
}

/**
 * The first letter of each word and `letters` of the last: `weu` or `we` for West Europe. `us`, `uk` and numbers stay:
 * `eus2`.
 */
function shortForm(words: string[], letters: number): string {
  const last = words.findLastIndex((word) => word.length > 2)
  return words.map((word, index) => (word.length < 3 ? word : word.slice(0, index === last ? letters : 1))).join('')
}
