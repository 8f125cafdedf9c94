/** Orders version names (Major.Minor.Patch) from the newest, by number: 1.10.0 before 1.9.0. */
export function newestFirst(one: { name: string }, other: { name: string }): number {
  return other.name.localeCompare(one.name, 'en', { numeric: true })
}
