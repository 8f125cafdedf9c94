/** The proposal for a key that rotates automatically, in days. */
export interface RotationDays {
  /** from one version to the next */
  rotateAfter: number
  /** from a version's creation to its end */
  expireAfter: number
}

/** Another version 30 days before the last one ends, which is after a year. */
export const proposedRotation: RotationDays = { rotateAfter: 335, expireAfter: 365 }

/** Key Vault's own limits, in days. https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation */
const rotationLimits = { leastExpireAfter: 28, leastRotateAfter: 7, leastBeforeExpiry: 7 }

/** A rotation policy in Key Vault's format, for its own API and for ARM. */
export interface RotationPolicy {
  lifetimeActions: { trigger: Record<string, string>; action: { type: string } }[]
  attributes: { expiryTime: string }
}

/**
 * The policy with these days. It counts from a version's creation: a policy that counts from its expiry would never
 * rotate a key whose version has none, as new keys do. ARM's types spell the actions in lowercase, the vault's own API
 * does not. https://learn.microsoft.com/azure/templates/microsoft.keyvault/vaults/keys
 */
export function rotationPolicyOf(
  { rotateAfter, expireAfter }: RotationDays,
  spelling: 'ofArm' | 'ofVault' = 'ofArm',
): RotationPolicy {
  const [rotate, notify] = spelling === 'ofArm' ? ['rotate', 'notify'] : ['Rotate', 'Notify']
  return {
    lifetimeActions: [
      { trigger: { timeAfterCreate: days(rotateAfter) }, action: { type: rotate } },
      { trigger: { timeBeforeExpiry: days(notifyBefore({ expireAfter })) }, action: { type: notify } },
    ],
    attributes: { expiryTime: days(expireAfter) },
  }
}

/** How many days before its expiry Azure notifies about a version: 30, or what a shorter lifetime leaves. */
export function notifyBefore({ expireAfter }: Pick<RotationDays, 'expireAfter'>): number {
  return Math.min(30, expireAfter - rotationLimits.leastBeforeExpiry)
}

/** Whether Key Vault accepts a policy with these days. */
export function isRotationAccepted({ rotateAfter, expireAfter }: RotationDays): boolean {
  const { leastExpireAfter, leastRotateAfter, leastBeforeExpiry } = rotationLimits
  return (
    Number.isInteger(rotateAfter) &&
    Number.isInteger(expireAfter) &&
    expireAfter >= leastExpireAfter &&
    rotateAfter >= leastRotateAfter &&
    rotateAfter <= expireAfter - leastBeforeExpiry
  )
}

/** As ISO 8601 has it. */
export function days(count: number): string {
  return `P${count}D`
}
