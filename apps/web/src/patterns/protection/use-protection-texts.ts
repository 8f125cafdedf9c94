import type { AppliedLock } from '@portal/gallery'
import { resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import { catalogue } from '../../i18n/catalogue.ts'
import { protectionEn } from './protection.en.ts'
import { protectionIt } from './protection.it.ts'

/** The texts of what protects a version, in the language shown. */
export const useProtectionTexts = catalogue({ en: protectionEn, it: protectionIt })

/** Where a lock is set, such as `resource group images`, and a lock with that place. */
export function useLockNames() {
  const t = useProtectionTexts()
  const placeOf = (scope: string): string => {
    const parsed = tryParseResourceId(scope)
    if (parsed === undefined) {
      const [, , subscriptionId = scope, , group] = scope.split('/')
      return group === undefined ? t.place.subscription(subscriptionId) : t.place.resourceGroup(group)
    }
    const kinds = new Map<string, (name: string) => string>([
      ['galleries', t.place.gallery],
      ['galleries/images', t.place.definition],
      ['galleries/images/versions', t.place.version],
    ])
    const name = resourceNameOf(parsed)
    return kinds.get(parsed.types.join('/').toLowerCase())?.(name) ?? name
  }
  return { placeOf, lockLabel: ({ level, scope }: AppliedLock) => t.on(t.levels[level], placeOf(scope)) }
}
