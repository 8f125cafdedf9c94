import { regionName } from '@portal/arm'
import type { DiskEncryptionSet, WithDiskEncryptionSets } from '../disk-encryption-set.ts'
import { keyUrlParts } from '../keys/key-url.ts'
import { type DiskEncryptionSetRequirement, ineligibilityOf } from '../set-eligibility.ts'
import { blocked, note, type Finding, type ReadinessState, warning } from './finding.ts'
import { keyAccessFindings } from './key-access-findings.ts'
import { keyRotationFindings } from './key-rotation-findings.ts'
import { keyStateFindings } from './key-state-findings.ts'
import { keyVaultFindings } from './key-vault-findings.ts'

/** What a cell can expect of its set. The worst of the `findings` is first. */
export interface Readiness {
  state: ReadinessState
  findings: Finding[]
}

/** The cell, and Azure's own time (ISO 8601). */
export interface ReadinessContext extends DiskEncryptionSetRequirement {
  now: string
}

const worstFirst: readonly ReadinessState[] = ['blocked', 'warning', 'unknown', 'ready']

/**
 * Whether Azure will accept `set` for a cell, as far as it can be known before anything is sent. If the user lacks a
 * permission to read, it is `unknown`; it is `ready` only if everything was read and is correct.
 * https://learn.microsoft.com/azure/virtual-machines/disk-encryption
 */
export function readinessOf(set: DiskEncryptionSet, context: ReadinessContext): Readiness {
  const findings = [...cellFindings(set, context), ...findingsOf(set, context.now)]
  return { state: findings[0]?.state ?? 'ready', findings }
}

// Thousands of cells call this on every change of the plan, and a set has few facts.
const judged = new WeakMap<DiskEncryptionSet, { now: string; findings: Finding[] }>()

/** The findings about the set itself, the same for every cell, the worst first; `now` is Azure's time (ISO 8601). */
export function findingsOf(set: DiskEncryptionSet, now: string): readonly Finding[] {
  const known = judged.get(set)
  if (known?.now === now) return known.findings
  const findings = [
    ...rotationFindings(set),
    ...(set.facts === undefined
      ? [note('unknown', 'ReadinessNotRead', { name: set.name })]
      : [identityFindings, keyVaultFindings, keyStateFindings, keyRotationFindings, keyAccessFindings].flatMap((rule) =>
          rule(set, now),
        )),
  ].toSorted((one, other) => worstFirst.indexOf(one.state) - worstFirst.indexOf(other.state))
  judged.set(set, { now, findings })
  return findings
}

function cellFindings(set: DiskEncryptionSet, requirement: ReadinessContext): Finding[] {
  const { name } = set
  const anotherSet = { action: 'chooseAnotherSet' } as const
  switch (ineligibilityOf(set, requirement)) {
    case 'InAnotherSubscription':
      return [
        blocked(
          'DiskEncryptionSetInAnotherSubscription',
          { name, subscription: requirement.subscriptionId },
          anotherSet,
        ),
      ]
    case 'InAnotherRegion': {
      const params = { name, setRegion: set.location, region: regionName(requirement.region) }
      return [blocked('DiskEncryptionSetInAnotherRegion', params, anotherSet)]
    }
    case 'OfAnotherType': {
      const params = { name, setType: set.encryptionType, encryptionType: requirement.encryptionType }
      return [blocked('DiskEncryptionSetOfAnotherType', params, anotherSet)]
    }
    case undefined:
      return []
  }
}

// A set accesses its key with a managed identity, and names a version of the key even if the key rotates automatically.
// https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/create-or-update
function identityFindings({ id, name, facts }: DiskEncryptionSet): Finding[] {
  if (facts === undefined) return []
  const inPortal = { action: 'openInPortal', resourceId: id } as const
  return [
    ...(facts.identity.principalIds.length === 0
      ? [blocked('DiskEncryptionSetWithoutIdentity', { name }, inPortal)]
      : []),
    ...(keyUrlParts(facts.keyUrl)?.version ? [] : [blocked('KeyVersionNotNamed', { name }, inPortal)]),
  ]
}

// A set that is not finished, or whose key Azure can't rotate, might still work when the version is created: warnings.
// During a rotation the set works; the old key version must stay enabled until it is over.
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption
function rotationFindings(set: DiskEncryptionSet): Finding[] {
  const { id, name, provisioningState: state, autoKeyRotationError: error } = set
  const isRotating = (set.facts?.previousKeys ?? []).length > 0
  const inPortal = { action: 'openInPortal', resourceId: id } as const
  return [
    ...(state === 'Succeeded' || isRotating ? [] : [warning('DiskEncryptionSetNotReady', { name, state })]),
    ...(error === undefined ? [] : [warning('DiskEncryptionSetKeyNotRotating', { name, error }, inPortal)]),
    ...(isRotating ? [note('ready', 'KeyRotationUnderWay', { name })] : []),
  ]
}

/** `inventory` with its sets as they were read later, with the facts of their keys; others are unchanged. */
export function withFacts<I extends WithDiskEncryptionSets>(inventory: I, read: readonly DiskEncryptionSet[]): I {
  const byId = new Map(read.map((set) => [set.id.toLowerCase(), set]))
  const diskEncryptionSets = inventory.diskEncryptionSets.map((set) => {
    const later = byId.get(set.id.toLowerCase())
    return later === undefined ? set : { ...later, id: set.id }
  })
  return { ...inventory, diskEncryptionSets }
}
