import type { Preparation, RotationDays } from '@portal/disk-encryption'

/** The preparation with a policy of rotation for its new keys, or with none. */
export function withKeyRotation(preparation: Preparation, rotation: RotationDays | undefined): Preparation {
  const { keyRotation: _, ...rest } = preparation
  return rotation === undefined ? rest : { ...rest, keyRotation: rotation }
}
