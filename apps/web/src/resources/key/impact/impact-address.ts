import type { getKeyImpact, RequestOf } from '@portal/portal-api'

/** What the page starts from, as the server is asked about it. */
export type ImpactStart = RequestOf<typeof getKeyImpact>

const parameters = {
  key: 'keyUrl',
  set: 'diskEncryptionSetId',
  version: 'imageVersionId',
  machine: 'virtualMachineId',
} as const

/** The first of `key`, `set`, `version` and `machine` in an address; undefined without any. */
export function startOf(search: URLSearchParams): ImpactStart | undefined {
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = search.get(name)
    if (value) return { [parameter]: value }
  }
  return undefined
}

/** The ID or the URL that the page starts from. */
export function startingId(start: ImpactStart): string {
  return Object.values(start).find((value) => value !== undefined) ?? ''
}
