import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { numberAt, textAt, valueAt } from '../json.ts'
import type { JsonObject } from '../json.ts'
import type { StoredResource } from '../store.ts'
import { invalidParameter } from './errors.ts'

/** What a new key, or a new version of one, is asked to be. */
export interface KeyOrder {
  vault: StoredResource
  name: string
  /** `RSA`, `RSA-HSM` … */
  kty: string
  keySize?: number | undefined
  keyOps?: string[] | undefined
  enabled?: boolean | undefined
}

const keyName = /^[0-9a-z-]{1,127}$/i
const allOperations = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey']

/** A key version as ARM keeps it, `now` in milliseconds. Throws 400 for a name or a kind that Key Vault has not. */
export function newKey(order: KeyOrder, now: number): StoredResource {
  const { vault, name, kty, keySize = 2048, keyOps = allOperations, enabled = true } = order
  if (!keyName.test(name)) throw invalidParameter(`The key name '${name}' is invalid.`, 'keyName')
  if (!['RSA', 'RSA-HSM'].includes(kty) || ![2048, 3072, 4096].includes(keySize))
    throw invalidParameter(`The key type '${kty}' of ${keySize} bits is not one a disk can be encrypted with.`, 'kty')
  if (kty === 'RSA-HSM' && textAt(vault.properties, 'sku', 'name')?.toLowerCase() !== 'premium')
    throw invalidParameter('A key of type RSA-HSM needs a vault of the premium tier.', 'kty')
  const seconds = Math.floor(now / 1000)
  const uri = `https://${vault.name}.vault.azure.net:443/keys/${name}`
  return {
    id: `${vault.id}/keys/${name}`,
    type: 'Microsoft.KeyVault/vaults/keys',
    name,
    location: vault.location,
    properties: {
      attributes: {
        enabled,
        created: seconds,
        updated: seconds,
        recoveryLevel:
          valueAt(vault.properties, 'enablePurgeProtection') === true ? 'Recoverable' : 'Recoverable+Purgeable',
        exportable: false,
      },
      kty,
      keyOps,
      keySize,
      keyUri: uri,
      keyUriWithVersion: `${uri}/${randomBytes(16).toString('hex')}`,
    },
  }
}

const moduli = new WeakMap<JsonObject, { n: string; e: string }>()

/** The key as the vault's own interface tells it: its URL, and the public half, which is made when first asked for. */
export function jsonWebKeyOf({ properties }: StoredResource): JsonObject {
  const modulusLength = numberAt(properties, 'keySize') ?? 2048
  let half = moduli.get(properties)
  if (half === undefined) {
    const { n = '', e = '' } = generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'jwk' })
    half = { n, e }
    moduli.set(properties, half)
  }
  return {
    kid: textAt(properties, 'keyUriWithVersion')?.replace(':443', ''),
    kty: properties['kty'],
    key_ops: properties['keyOps'],
    ...half,
  }
}
