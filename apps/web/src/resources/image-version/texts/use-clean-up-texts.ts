import type { KeepReason, RetentionRule } from '@portal/version-update'
import { catalogue } from '../../../i18n/catalogue.ts'
import { useFormats } from '../../../i18n/formats.ts'
import type { Language } from '../../../i18n/language.ts'
import { useLockNames } from '../../../patterns/protection/use-protection-texts.ts'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { cleanUpEn, type CleanUpTexts } from './clean-up.en.ts'
import { cleanUpIt } from './clean-up.it.ts'

export const cleanUpTexts: Record<Language, CleanUpTexts> = { en: cleanUpEn, it: cleanUpIt }

/** The texts of cleaning up versions, in the language shown. */
export const useCleanUpTexts = catalogue(cleanUpTexts)

/** A rule as one sentence, and why a version stays. */
export function useRetentionTexts() {
  const t = useCleanUpTexts()
  const { number, list, date } = useFormats()
  const { placeOf } = useLockNames()
  const named = (ids: readonly string[], name: (id: string) => string) => list([...new Set(ids.map(name))])
  return {
    sentence({ keepNewest, keepDays, versions, only = {}, keepTag }: RetentionRule): string {
      const { definition, version, tag, ...flags } = only
      const says = t.rule.conditions
      const conditions = [
        versions === undefined ? [] : [says.versions(number(versions.length))],
        definition === undefined ? [] : [says.definition(definition)],
        version === undefined ? [] : [says.version(version)],
        tag === undefined ? [] : [says.tag(`${tag.name}=${tag.value}`)],
        flags.isPastEndOfLife === true ? [says.isPastEndOfLife] : [],
        flags.isRevoked === true ? [says.isRevoked] : [],
        flags.isExcluded === true ? [says.isExcluded] : [],
        flags.isUnderPlatformKeys === true ? [says.isUnderPlatformKeys] : [],
      ].flat()
      const kept = [
        keepNewest === undefined ? [] : [t.rule.kept.newest(number(keepNewest))],
        keepDays === undefined ? [] : [t.rule.kept.young(number(keepDays))],
        [t.rule.kept.tagged(keepTag)],
      ].flat()
      return t.rule.sentence(list(kept)) + (conditions.length === 0 ? '' : t.rule.onlyWhere(list(conditions)))
    },
    reason({ code, about }: KeepReason): string {
      if (code === 'Young' || code === 'BeforeEndOfLife' || code === 'Newer')
        return t.reasons[code](about[0] === undefined ? '' : date(about[0]))
      return t.reasons[code](
        named(about, code === 'Latest' ? regionDisplayName : code === 'Locked' ? placeOf : resourceLabel),
      )
    },
  }
}
