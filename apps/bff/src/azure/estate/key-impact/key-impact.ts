import { type KeyImpactFacts, keyOfUrl } from '@portal/disk-encryption'
import type { getKeyImpact as endpoint, KeyImpact, RequestOf } from '@portal/portal-api'
import type { Azure } from '../../arm/clients.ts'
import { disksOfSets } from './disks-of-sets.ts'
import { scaleSetsOfSets } from './scale-sets-of-sets.ts'
import { setIdsOfMachine, setIdsOfVersion } from './set-ids-of.ts'
import { setsById, setsOfKeys, setsOfVault, type SetOfKey } from './sets-of-keys.ts'
import { versionsOfSets } from './versions-of-sets.ts'

/**
 * What depends on the key of a URL, or on the keys of a vault, a set, a version or a virtual machine: a few queries of
 * Resource Graph, however many subscriptions there are. Throws `InvalidResourceId` for an ID of another type.
 */
export async function keyImpact(azure: Azure, asked: RequestOf<typeof endpoint>): Promise<KeyImpact> {
  const asksVault = asked.vaultHost !== undefined
  const known = asksVault ? [] : await keysOf(azure, asked)
  const sets = asksVault ? await setsOfVault(azure, asked.vaultHost ?? '') : await setsOfKeys(azure, known)
  const keys = asksVault ? distinctKeys(sets) : known
  const [versions, { disks, machines, scaleSets }] = await Promise.all([
    versionsOfSets(azure, sets),
    disksOfSets(azure, sets).then(async (found) => ({
      ...found,
      scaleSets: await scaleSetsOfSets(azure, sets, found),
    })),
  ])
  const facts: KeyImpactFacts = { sets: sets.map(toFacts), versions, disks, machines, scaleSets }
  return { keys, facts }
}

async function keysOf(azure: Azure, asked: RequestOf<typeof endpoint>): Promise<string[]> {
  if (asked.keyUrl !== undefined) return [keyOfUrl(asked.keyUrl)]
  const sets = await setsById(azure, await setIdsOf(azure, asked))
  return distinctKeys(sets)
}

function distinctKeys(sets: SetOfKey[]): string[] {
  return [...new Set(sets.map(({ keyUrl }) => keyOfUrl(keyUrl)).filter((key) => key !== ''))]
}

async function setIdsOf(azure: Azure, asked: RequestOf<typeof endpoint>): Promise<string[]> {
  if (asked.imageVersionId !== undefined) return setIdsOfVersion(azure, asked.imageVersionId)
  if (asked.virtualMachineId !== undefined) return setIdsOfMachine(azure, asked.virtualMachineId)
  return [asked.diskEncryptionSetId ?? '']
}

function toFacts({ id, location, encryptionType, keyUrl, previousKeyUrls }: SetOfKey): KeyImpactFacts['sets'][number] {
  return { id, location, encryptionType, keyUrl, previousKeyUrls }
}
