/** The highest of several Major.Minor.Patch names, compared as numbers as Azure does; undefined if there is none. */
export function latestVersionName(names: string[]): string | undefined {
  return names.toSorted(compareVersionNames).at(-1)
}

function compareVersionNames(one: string, other: string): number {
  const [first, second] = [one.split('.').map(Number), other.split('.').map(Number)]
  const differing = first.findIndex((part, index) => part !== second[index])
  return differing === -1 ? 0 : (first[differing] ?? 0) - (second[differing] ?? 0)
}
