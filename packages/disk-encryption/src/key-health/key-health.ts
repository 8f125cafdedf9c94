import { regionName } from '@portal/arm'
import type { DiskEncryptionSet } from '../disk-encryption-set.ts'
import { type DiskEncryptionSetDemand, ineligibilityOf } from '../eligible-disk-encryption-sets.ts'
import { blocked, note, type Finding, type ReadinessState } from './finding.ts'
import { identityFindings } from './identity-findings.ts'
import { keyAccessFindings } from './key-access-findings.ts'
import { keyFindings } from './key-findings.ts'
import { keyRotationFindings } from './key-rotation-findings.ts'
import { keyVaultFindings } from './key-vault-findings.ts'
import { rotationFindings } from './rotation-findings.ts'

/** What a cell can expect of its set. The worst of the `findings` is first. */
export interface Readiness {
  state: ReadinessState
  findings: Finding[]
}

/** The cell, and Azure's own time (ISO 8601). */
export interface ReadinessContext extends DiskEncryptionSetDemand {
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
      : [identityFindings, keyVaultFindings, keyFindings, keyRotationFindings, keyAccessFindings].flatMap((rule) =>
          rule(set, now),
        )),
  ].toSorted((one, other) => worstFirst.indexOf(one.state) - worstFirst.indexOf(other.state))
  judged.set(set, { now, findings })
  return findings
}

function cellFindings(set: DiskEncryptionSet, demand: ReadinessContext): Finding[] {
  const { name } = set
  const anotherSet = { action: 'chooseAnotherSet' } as const
  switch (ineligibilityOf(set, demand)) {
    case 'InAnotherSubscription':
      return [
        blocked('DiskEncryptionSetInAnotherSubscription', { name, subscription: demand.subscriptionId }, anotherSet),
      ]
    case 'InAnotherRegion': {
      const params = { name, setRegion: set.location, region: regionName(demand.region) }
      return [blocked('DiskEncryptionSetInAnotherRegion', params, anotherSet)]
    }
    case 'OfAnotherType': {
      const params = { name, setType: set.encryptionType, encryptionType: demand.encryptionType }
      return [blocked('DiskEncryptionSetOfAnotherType', params, anotherSet)]
    }
    case undefined:
      return []
  }
}
