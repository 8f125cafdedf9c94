import { proposedRotation } from '@portal/disk-encryption'
import { subscriptionId } from '@portal/disk-encryption/testing'
import { expect, it } from 'vitest'
import { acceptTermsCommand, keyPolicyCommand, lockCommand, rotationPolicyCommand } from './azure-cli-commands.ts'

const plan = { publisher: 'northwind', product: 'hardened linux', name: 'gen2' }

it('the command that gives a key the proposed rotation policy has it as the vault takes it', () => {
  expect(rotationPolicyCommand({ vaultName: 'kv-contoso-wus', keyName: 'images-key' }, proposedRotation)).toBe(
    `az keyvault key rotation-policy update --vault-name='kv-contoso-wus' --name='images-key' --value='{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P335D"},"action":{"type":"Rotate"}},{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"Notify"}}],"attributes":{"expiryTime":"P365D"}}'`,
  )
})

it('the command that accepts the terms of a purchase plan names the subscription, and quotes what bash would read', () => {
  expect(acceptTermsCommand(subscriptionId, plan)).toBe(
    `az vm image terms accept --subscription='${subscriptionId}' --publisher='northwind' --offer='hardened linux' --plan='gen2'`,
  )
})

it('the commands of locks name the whole resource, with notes if there are any', () => {
  const lock = { level: 'CanNotDelete', notes: "Ada's" } as const
  expect(lockCommand('/a', 'keep', lock)).toBe(
    String.raw`az lock create --name='keep' --lock-type='CanNotDelete' --resource='/a' --notes='Ada'\''s'`,
  )
  expect(lockCommand('/a', 'keep', { ...lock, notes: '' })).not.toContain('notes')
  expect(lockCommand('/a', 'keep', undefined)).toBe(
    "az lock delete --ids='/a/providers/Microsoft.Authorization/locks/keep'",
  )
})

it('the command that adds an access policy names the vault and the object ID, and permissions on keys alone', () => {
  expect(keyPolicyCommand('kv-contoso-wus', 'c0470500')).toBe(
    "az keyvault set-policy --name='kv-contoso-wus' --object-id='c0470500' --key-permissions get list create update rotate getrotationpolicy setrotationpolicy",
  )
})
