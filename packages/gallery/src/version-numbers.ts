/** The highest of several Major.Minor.Patch names, compared as numbers as Azure does; undefined if there is none. */
export function latestVersionName(names: readonly string[]): string | undefined {
  return names.toSorted(compareVersionNames).at(-1)
}

/** Negative if `one` is lower than `other`, both Major.Minor.Patch: each part is compared as a number. */
export function compareVersionNames(one: string, other: string): number {
  const [first, second] = [one.split('.'), other.split('.')]
  for (const [index, part] of first.entries()) {
    const difference = Number(part) - Number(second[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

type VersionPart = 'patch' | 'minor' | 'major'

/** A version number that can be chosen instead of typed. */
export interface ProposedVersionName {
  part: VersionPart
  name: string
}

// Azure's limit for each of the three numbers.
// https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update
const highest = 2_147_483_647

/**
 * The next patch, minor and major version after the latest of `names`, or `1.0.0` if there is none. `taken` are numbers
 * that cannot be used although no version has them: they are in the recycle bin.
 */
export function proposedVersionNames(names: readonly string[], taken: readonly string[] = []): ProposedVersionName[] {
  const latest = latestVersionName(names.filter((name) => /^\d+\.\d+\.\d+$/.test(name)))
  if (latest === undefined) return free('major', [1, 0, 0], taken)
  const [major = 0, minor = 0, patch = 0] = latest.split('.').map(Number)
  return [
    ...free('patch', [major, minor, patch + 1], taken),
    ...free('minor', [major, minor + 1, 0], taken),
    ...free('major', [major + 1, 0, 0], taken),
  ]
}

type Numbers = [major: number, minor: number, patch: number]

// The first that is not taken, counting on in the same part.
function free(part: VersionPart, numbers: Numbers, taken: readonly string[]): ProposedVersionName[] {
  const name = numbers.join('.')
  if (numbers.some((number) => number > highest)) return []
  return taken.includes(name) ? free(part, counted(part, numbers), taken) : [{ part, name }]
}

function counted(part: VersionPart, [major, minor, patch]: Numbers): Numbers {
  switch (part) {
    case 'patch':
      return [major, minor, patch + 1]
    case 'minor':
      return [major, minor + 1, 0]
    case 'major':
      return [major + 1, 0, 0]
  }
}
