import type { AzureSimulator } from '@portal/azure-simulator'

/** Adds sets `ungranted-1`, `ungranted-2` … of kv-contoso-wus to the Contoso world, whose identities have no grant. */
export function addUngrantedSets({ world: { store } }: Pick<AzureSimulator, 'world'>, count: number): void {
  const set = store.list('').find(({ name }) => name === 'WestUSDiskEncryptionSet1')
  if (set === undefined) throw new Error('The Contoso world has no set of its own')
  for (let number = 1; number <= count; number += 1) {
    const name = `ungranted-${number}`
    const principalId = `0c0ffee0-0000-4000-8000-00000000000${number}`
    const identity = { type: 'SystemAssigned', principalId }
    store.put({ ...set, id: set.id.replace(set.name, name), name, envelope: { ...set.envelope, identity } })
  }
}
