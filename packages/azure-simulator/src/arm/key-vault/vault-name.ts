import { textAt } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'
import { ArmRefusal } from '../errors.ts'
import { operation, type ArmOperation } from '../request.ts'
import { deletedVault } from './deleted-vaults.ts'
import { keyVaultType } from './keys/key-location.ts'

const vaultName = /^[a-z](?!.*--)[0-9a-z-]{1,22}[0-9a-z]$/i
const invalidName = (name: string) =>
  `The vault name '${name}' is invalid. A vault's name must be between 3-24 alphanumeric characters. The name must begin with a letter, end with a letter or digit, and not contain consecutive hyphens.`
const nameInUse = (name: string) =>
  `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken.`

/** Throws 400 for an invalid vault name. */
export function assertVaultName(name: string): void {
  if (!vaultName.test(name)) throw new ArmRefusal(400, { code: 'VaultNameNotValid', message: invalidName(name) })
}

/** Throws 409 if a vault anywhere in Azure has the name, or a deleted vault reserves it. */
export function assertNameFree(tenant: Tenant, name: string): void {
  if (vaultCalled(tenant, name)) throw new ArmRefusal(409, { code: 'VaultAlreadyExists', message: nameInUse(name) })
  if (deletedVault(tenant, name) === undefined) return
  throw new ArmRefusal(409, {
    code: 'ConflictError',
    message:
      'A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.',
  })
}

/** https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/check-name-availability */
export const checkVaultName: ArmOperation = operation(
  'POST /subscriptions/:subscriptionId/providers/Microsoft.KeyVault/checkNameAvailability',
  'Microsoft.KeyVault/checkNameAvailability/read',
  ({ tenant, body }) => {
    const name = textAt(body, 'name') ?? ''
    const refused = (reason: string, message: string) => ({
      status: 200,
      body: { nameAvailable: false, reason, message },
    })
    if (!vaultName.test(name)) return refused('AccountNameInvalid', invalidName(name))
    const isTaken = vaultCalled(tenant, name) ?? deletedVault(tenant, name)
    return isTaken ? refused('AlreadyExists', nameInUse(name)) : { status: 200, body: { nameAvailable: true } }
  },
)

function vaultCalled({ subscriptions, store }: Tenant, name: string): StoredResource | undefined {
  return subscriptions
    .flatMap(({ subscriptionId }) => store.list(`/subscriptions/${subscriptionId}`, keyVaultType))
    .find((vault) => vault.name.toLowerCase() === name.toLowerCase())
}
