import { describe, expect, it } from 'vitest'
import { aCrossTenantRegion, aPreparation, aPreparedRegion, subscriptionId } from '../testing/sets.ts'
import { preparationProgress, type PreparationDeployment } from './preparation-progress.ts'

const group = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers`
const identity = `${group}/Microsoft.ManagedIdentity/userAssignedIdentities/id-des-japaneast`
const vault = `${group}/Microsoft.KeyVault/vaults/kv-japaneast`
const grant = `${vault}/providers/Microsoft.Authorization/roleAssignments/2f0e1a5c-1111-4222-8333-444455556666`
const set = `${group}/Microsoft.Compute/diskEncryptionSets/des-japaneast`

type Operation = PreparationDeployment['operations'][number]
const operation = (resourceId: string, state: Operation['state'] = 'Succeeded'): Operation => ({
  resourceId,
  state,
  milliseconds: 1000,
})
const refused: Operation = {
  ...operation(set, 'Failed'),
  error: {
    code: 'KeyVaultAccessForbidden',
    message: `Unable to access key vault resource 'https://kv-japaneast.vault.azure.net/keys/images-key/0011' to enable encryption at rest. Please grant get, wrap and unwrap key permissions to user-assigned identity '${identity}'. Please visit https://aka.ms/keyvaultaccessssecmk for more information.`,
  },
}

function deployment(overrides: Partial<PreparationDeployment>): PreparationDeployment {
  return {
    id: `${group}/Microsoft.Resources/deployments/disk-encryption-sets-1`,
    preparation: aPreparation([aPreparedRegion('japaneast')]),
    askedAt: '2026-11-24T09:00:00.000Z',
    state: 'Running',
    timestamp: '2026-11-24T09:00:05.000Z',
    now: '2026-11-24T09:00:05.000Z',
    operations: [],
    diskEncryptionSets: {},
    ...overrides,
  }
}

describe('the progress of a deployment', () => {
  it('says of each part whether it is made, being made or still waits', () => {
    const operations = [operation(identity), operation(vault), operation(`${vault}/keys/images-key`, 'Running')]
    expect(preparationProgress(deployment({ operations }))).toMatchObject({
      state: 'Running',
      regions: [
        {
          parts: [
            { part: 'identity', state: 'Succeeded', milliseconds: 1000 },
            { part: 'vault', state: 'Succeeded' },
            { part: 'key', state: 'Running' },
            { part: 'grant', state: 'Waiting' },
            { part: 'diskEncryptionSet', state: 'Waiting' },
          ],
        },
      ],
    })
  })

  it('is not sent again by itself where the key is in another tenant, which is to grant access', () => {
    const preparation = aPreparation([aCrossTenantRegion('japaneast')])
    expect(preparationProgress(deployment({ preparation, state: 'Failed', operations: [refused] }))).toMatchObject({
      state: 'Failed',
      regions: [
        {
          parts: [
            {
              part: 'diskEncryptionSet',
              state: 'Failed',
              error: refused.error,
            },
          ],
        },
      ],
    })
  })

  it('is sent again in half a minute where Azure does not heed a grant yet', () => {
    const progress = preparationProgress(deployment({ state: 'Failed', operations: [operation(grant), refused] }))
    expect(progress).toMatchObject({ state: 'AwaitingGrant', retryAt: '2026-11-24T09:00:35.000Z' })
    expect(progress.regions[0]?.parts.at(-1)).toEqual({ part: 'diskEncryptionSet', state: 'AwaitingGrant' })
  })

  it('is given up a quarter of an hour after it was asked for', () => {
    const progress = preparationProgress(
      deployment({ state: 'Failed', timestamp: '2026-11-24T09:15:00.000Z', operations: [operation(grant), refused] }),
    )
    expect(progress.state).toBe('Failed')
    expect(progress.regions[0]?.parts.at(-1)).toMatchObject({
      state: 'Failed',
      error: refused.error,
    })
  })

  it('is not sent again where something else failed besides', () => {
    const denied = { ...operation(vault, 'Failed'), error: { code: 'VaultAlreadyExists', message: 'Taken.' } }
    expect(preparationProgress(deployment({ state: 'Failed', operations: [denied, refused] })).state).toBe('Failed')
  })

  it('shows of two grants the one that is behind', () => {
    const other = grant.replace('2f0e1a5c', '3f0e1a5c')
    const operations = [operation(grant), operation(other, 'Running')]
    expect(preparationProgress(deployment({ operations })).regions[0]?.parts[3]).toMatchObject({ state: 'Running' })
  })
})
