import { type DiskEncryptionSetFacts, keyRotationOf } from '@portal/disk-encryption'
import { useFormats } from '../../../i18n/formats.ts'
import { useDiskEncryptionSetTexts } from '../texts/use-disk-encryption-set-texts.ts'

/** What creates new versions of a key and when they expire, as label and value; nothing if the key was not read. */
export function useRotationPolicyFacts(key: DiskEncryptionSetFacts['key']): [string, string][] {
  const t = useDiskEncryptionSetTexts().key
  const { calendarDuration } = useFormats()
  if (typeof key === 'string') return []
  const { rotationPolicy } = key
  if (rotationPolicy === 'unreadable') return [[t.policy, t.policies.unreadable]]
  const { rotate, notify, expiryTime } = rotationPolicy
  const beforeExpiry = calendarDuration(rotate?.timeBeforeExpiry ?? notify?.timeBeforeExpiry ?? '')
  const policy = () => {
    switch (keyRotationOf(key)) {
      case 'rotates':
        if (rotate?.timeAfterCreate === undefined) return t.policies.beforeExpiry(beforeExpiry)
        return t.policies.every(calendarDuration(rotate.timeAfterCreate))
      case 'needsExpiryDate':
        return t.policies.needsExpiryDate(beforeExpiry)
      case 'notifies':
        return t.policies.notifies(beforeExpiry)
      case 'none':
      case 'unreadable':
        return t.policies.none
    }
  }
  return [
    [t.policy, policy()],
    ...(rotate === undefined
      ? []
      : ([
          [t.newVersionsExpire, expiryTime === undefined ? t.neverExpire : t.expireAfter(calendarDuration(expiryTime))],
        ] satisfies [string, string][])),
  ]
}
