import { type FactsSoFar, type KeyFacts, keyRotationOf } from '@portal/disk-encryption'
import { useFormats } from '../../../../i18n/formats.ts'
import { daysLeft } from '../../parts/surveyed-row.ts'
import { useKeyHealthTexts } from '../../texts/use-key-health-texts.ts'

/** How the facts about keys and vaults are written in the list of sets; the second line of a cell can be ''. */
export function useKeyTexts() {
  const { sets: t } = useKeyHealthTexts()
  const { number, date, calendarDuration } = useFormats()

  function rotation(key: FactsSoFar['key']): string {
    if (key === undefined) return t.ofKey.notRead
    if (typeof key === 'string') return t.ofKey.unreadable
    const kind = keyRotationOf(key)
    return kind === 'rotates' ? ofRotating(key) : t.ofKey[kind]
  }

  function ofRotating({ rotationPolicy }: KeyFacts): string {
    const { timeAfterCreate, timeBeforeExpiry = '' } =
      (rotationPolicy === 'unreadable' ? undefined : rotationPolicy.rotate) ?? {}
    return timeAfterCreate === undefined
      ? t.ofKey.beforeExpiry(calendarDuration(timeBeforeExpiry))
      : t.ofKey.rotates(calendarDuration(timeAfterCreate))
  }

  function expiry(key: FactsSoFar['key'], now: string): [string, string] {
    if (key === undefined) return [t.keyNotRead, '']
    if (typeof key === 'string') return [t.unknown, '']
    const days = daysLeft(key, now)
    if (days === undefined || key.expires === undefined) return [t.noExpiry, '']
    return [date(key.expires), days < 0 ? t.expired : t.days(days, number(days))]
  }

  function vault(facts: FactsSoFar | undefined): [string, string] {
    if (facts === undefined) return [t.unknown, '']
    if (typeof facts.vault === 'string') return [t.vaultStates[facts.vault], '']
    const { softDelete, purgeProtection, firewall } = facts.vault
    const access = facts.keyAccess === 'unreadable' ? [] : [accessOf(facts.keyAccess.type)]
    return [t.protections[softDelete && purgeProtection ? 'on' : 'off'], [...access, t.firewalls[firewall]].join(' · ')]
  }

  function accessOf(type: 'RoleAssignments' | 'AccessPolicies'): string {
    return t.access[type === 'RoleAssignments' ? 'roles' : 'policies']
  }

  return {
    rotation,
    expiry,
    vault,
    lastRotation: (facts: FactsSoFar | undefined) =>
      facts?.lastKeyRotationTimestamp === undefined ? t.notReported : date(facts.lastKeyRotationTimestamp),
  }
}
