import type { Region } from './inventory.ts'

/**
 * A resource's name with the part that names its region replaced, in lower case: `WestUSDiskEncryptionSet1` in West US
 * becomes `{region}diskencryptionset1`, as does `EastUS2DiskEncryptionSet1` in East US 2. Without such a part, the name.
 * Understood are `westus`, `west-us`, `west_us`, and where no letter stands beside them `wus`, `weu` and `we`.
 */
export function nameWithoutRegion(name: string, region: Region): string {
  const words = region.displayName.toLowerCase().match(/[a-z]+|\d+/g) ?? []
  const forms = [
    region.name.toLowerCase(),
    ...['', '-', '_'].map((separator) => words.join(separator)),
    // Short forms would be found inside words, `we` in `web`, so they must stand alone.
    `(?<![a-z])${shortForm(words, 2)}(?![a-z0-9])`,
    `(?<![a-z])${shortForm(words, 1)}(?![a-z0-9])`,
  ]
  const text = name.toLowerCase()
  const found = forms.find((form) => new RegExp(form).test(text))
  return found === undefined ? text : text.replace(new RegExp(found), '{region}')
}

/** The first letter of each word and `letters` of the last: `weu` or `we` of West Europe. `us`, `uk` and numbers stay: `eus2`. */
function shortForm(words: string[], letters: number): string {
  const last = words.findLastIndex((word) => word.length > 2)
  return words.map((word, index) => (word.length < 3 ? word : word.slice(0, index === last ? letters : 1))).join('')
}
