import { apiVersions, childResourceId, formatResourceId, type ResourceId } from '@portal/arm'
import type { KeyFacts, KeyRotationPolicy } from '@portal/disk-encryption'
import * as z from 'zod/mini'
import { armUrl } from '../../arm/arm-request.ts'
import type { Azure } from '../../arm/clients.ts'
import { answered } from '../../arm/sdk-answers.ts'
import { defined } from '../../arm/wire-facts.ts'
import { instantOf } from './key-vaults.ts'

const armRotationPolicy = z.object({
  lifetimeActions: z.nullish(
    z.array(
      z.object({
        trigger: z.nullish(
          z.object({ timeAfterCreate: z.nullish(z.string()), timeBeforeExpiry: z.nullish(z.string()) }),
        ),
        action: z.nullish(z.object({ type: z.nullish(z.string()) })),
      }),
    ),
  ),
  attributes: z.nullish(z.object({ expiryTime: z.nullish(z.string()) })),
})
type ArmRotationPolicy = z.output<typeof armRotationPolicy>

const armKey = z.object({
  properties: z.object({
    attributes: z.nullish(
      z.object({
        enabled: z.nullish(z.boolean()),
        created: z.nullish(z.number()),
        nbf: z.nullish(z.number()),
        exp: z.nullish(z.number()),
        exportable: z.nullish(z.boolean()),
      }),
    ),
    kty: z.nullish(z.string()),
    keySize: z.nullish(z.number()),
    keyUriWithVersion: z.nullish(z.string()),
    rotationPolicy: z.nullish(armRotationPolicy),
  }),
})

/** A key with its newest version. */
export interface CurrentKey {
  version: string
  facts: KeyFacts
}

/**
 * A key in its current state, with its rotation policy. https://learn.microsoft.com/rest/api/keyvault/keyvault/keys/get
 */
export async function getCurrentKey(azure: Azure, vault: ResourceId, name: string): Promise<CurrentKey> {
  const { properties } = await keyAt(azure, childResourceId(vault, 'keys', name))
  return {
    version: properties.keyUriWithVersion?.split('/').at(-1)?.toLowerCase() ?? '',
    facts: toFacts(name, properties, rotationPolicyOf(properties.rotationPolicy)),
  }
}

/**
 * One version of a key; the policy is the key's.
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/keys/get-version
 */
export async function getKeyVersion(
  azure: Azure,
  vault: ResourceId,
  { name, version, rotationPolicy }: { name: string; version: string } & Pick<KeyFacts, 'rotationPolicy'>,
): Promise<KeyFacts> {
  const { properties } = await keyAt(azure, childResourceId(childResourceId(vault, 'keys', name), 'versions', version))
  return toFacts(name, properties, rotationPolicy)
}

function keyAt(azure: Azure, id: ResourceId): Promise<z.output<typeof armKey>> {
  const url = armUrl(formatResourceId(id), { 'api-version': apiVersions.keyVaults.version })
  return answered(armKey, azure.send({ method: 'GET', url }))
}

function toFacts(
  name: string,
  { attributes, kty, keySize }: z.output<typeof armKey>['properties'],
  rotationPolicy: KeyFacts['rotationPolicy'],
): KeyFacts {
  return {
    name,
    enabled: attributes?.enabled !== false,
    kty: kty ?? '',
    ...defined({
      created: instantOf(attributes?.created),
      notBefore: instantOf(attributes?.nbf),
      expires: instantOf(attributes?.exp),
      keySize,
      exportable: attributes?.exportable,
    }),
    rotationPolicy,
  }
}

// ARM omits an empty policy, and Azure compares the actions without regard to case.
function rotationPolicyOf(policy: ArmRotationPolicy | null | undefined): KeyRotationPolicy {
  const trigger = (type: string) => {
    const found = policy?.lifetimeActions?.find(({ action }) => action?.type?.toLowerCase() === type)
    return (
      found &&
      defined({
        timeAfterCreate: found.trigger?.timeAfterCreate || undefined,
        timeBeforeExpiry: found.trigger?.timeBeforeExpiry || undefined,
      })
    )
  }
  return defined({
    rotate: trigger('rotate'),
    notify: trigger('notify'),
    expiryTime: policy?.attributes?.expiryTime || undefined,
  })
}
