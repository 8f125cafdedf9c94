import { createHash, randomBytes } from 'node:crypto'
import { numberAt, textAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { bodyReader, type BodyReader } from '../../body-reader.ts'
import { ArmRefusal, invalidParameter } from '../../errors.ts'
import { recoveryLevelOf } from '../recovery-level.ts'
import { keyUrlOf, keyVersionType } from './key-location.ts'

/** The requested properties of a new key, or of a new version of one. */
export interface KeyOrder {
  vault: StoredResource
  name: string
  /** `RSA`, `RSA-HSM` … */
  kty: string
  keySize?: number | undefined
  keyOps?: string[] | undefined
  enabled?: boolean | undefined
  /** whether it can be released to an attested machine */
  exportable?: boolean | undefined
  /** seconds since 1970 */
  exp?: number | undefined
  nbf?: number | undefined
  tags?: JsonObject | undefined
  /** name of the version; by default drawn at random */
  version?: string | undefined
}

/** The request for another version of a key, of the same type. */
export function orderLike({ name, properties, tags }: StoredResource, vault: StoredResource): KeyOrder {
  const sent = bodyReader(properties)
  const keyOps = properties['keyOps']
  return {
    vault,
    name,
    kty: sent.text('kty') ?? 'RSA',
    keySize: sent.integer('keySize'),
    keyOps: Array.isArray(keyOps) ? keyOps.filter((operation) => typeof operation === 'string') : undefined,
    exportable: sent.object('attributes')?.boolean('exportable'),
    tags,
  }
}

/** The requested `attributes` of a key. Throws 400 for a wrong type. */
export function keyAttributesIn(
  attributes: BodyReader | undefined,
): Pick<KeyOrder, 'enabled' | 'exportable' | 'exp' | 'nbf'> {
  return {
    enabled: attributes?.boolean('enabled'),
    exportable: attributes?.boolean('exportable'),
    exp: attributes?.integer('exp'),
    nbf: attributes?.integer('nbf'),
  }
}

const keyName = /^[0-9a-z-]{1,127}$/i
const allOperations = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey']

/**
 * A version of a key as ARM keeps it, `now` in milliseconds. Throws 400 for a name or a kind that Key Vault has not.
 */
export function newKeyVersion(order: KeyOrder, now: number): StoredResource {
  const {
    vault,
    name,
    kty,
    keySize = 2048,
    keyOps = allOperations,
    enabled = true,
    exportable = false,
    exp,
    nbf,
    tags,
    version = randomBytes(16).toString('hex'),
  } = order
  if (!keyName.test(name)) throw invalidParameter(`The key name '${name}' is invalid.`, 'keyName')
  if (['EC', 'EC-HSM', 'oct', 'oct-HSM'].includes(kty)) throw keyTypeNotServed(kty)
  if (!['RSA', 'RSA-HSM'].includes(kty)) throw invalidParameter(`The key type '${kty}' is not supported.`, 'kty')
  if (![2048, 3072, 4096].includes(keySize))
    throw invalidParameter(`The key size ${keySize} is not supported for keys of type '${kty}'.`, 'keySize')
  if (kty === 'RSA-HSM' && textAt(vault.properties, 'sku', 'name')?.toLowerCase() !== 'premium')
    throw invalidParameter('A key of type RSA-HSM needs a vault of the premium tier.', 'kty')
  const seconds = Math.floor(now / 1000)
  const uri = `https://${vault.name}.vault.azure.net:443/keys/${name}`
  return {
    id: `${vault.id}/keys/${name}/versions/${version}`,
    type: keyVersionType,
    name: version,
    location: vault.location,
    ...(tags && { tags }),
    properties: {
      attributes: {
        enabled,
        ...(nbf !== undefined && { nbf }),
        ...(exp !== undefined && { exp }),
        created: seconds,
        updated: seconds,
        recoveryLevel: recoveryLevelOf(vault),
        exportable,
      },
      kty,
      keyOps,
      keySize,
      keyUri: uri,
      keyUriWithVersion: `${uri}/${version}`,
    },
  }
}

// Key Vault creates them, but disks can't be encrypted with them:
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
function keyTypeNotServed(kty: string): ArmRefusal {
  const message = `The simulator has no keys of type '${kty}', only those that disks can be encrypted with: RSA, and RSA-HSM in a vault of the premium tier.`
  return new ArmRefusal(501, { code: 'NotImplemented', message, target: 'kty' })
}

/** The key as the vault's own API returns it. There is no private key: the public one is derived from the URL. */
export function jsonWebKeyOf(version: StoredResource): JsonObject {
  const { properties } = version
  const kid = keyUrlOf(version)
  const outputLength = (numberAt(properties, 'keySize') ?? 2048) / 8
  const modulus = createHash('shake256', { outputLength }).update(kid).digest()
  // A modulus has the key's number of bits, and is odd.
  modulus[0] = (modulus[0] ?? 0) | 0x80
  modulus[outputLength - 1] = (modulus[outputLength - 1] ?? 0) | 1
  return { kid, kty: properties['kty'], key_ops: properties['keyOps'], n: modulus.toString('base64url'), e: 'AQAB' }
}
