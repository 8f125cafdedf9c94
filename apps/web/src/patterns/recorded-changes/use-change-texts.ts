import { resourceType, tryParseResourceId, type RecordedChange } from '@portal/portal-api'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useTexts } from '../../i18n/language.ts'
import { resourceLabel } from '../resource/resource-label.ts'
import { useHistoryTexts } from './history-texts.ts'

const longestValue = 120
const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** How recorded changes are written: who, and the values of properties, in the language shown. */
export function useChangeTexts() {
  const t = useHistoryTexts()
  const words = useChangeWords()
  const { account } = useSignedIn()
  return {
    ...words,
    /** A user, or an application by its ID; the account's own name where it is that user. */
    by({ changedBy, changedByType }: RecordedChange): string {
      if (changedBy === undefined) return changedByType ?? t.unknown
      if (changedBy.toLowerCase() === account.username.toLowerCase()) return t.you(account.name)
      return changedByType === 'Application' ? t.application(changedBy) : changedBy
    },
  }
}

/** The kinds of resources and the values of properties, in the language shown. */
export function useChangeWords() {
  const t = useHistoryTexts()
  const { imageVersion } = useTexts()
  const { dateTime } = useFormats()
  return {
    /** The kind of a resource; '' for one that has no name here. */
    kind(resourceId: string): string {
      const parsed = tryParseResourceId(resourceId)
      return parsed === undefined ? '' : (t.kinds[resourceType(parsed).toLowerCase()] ?? '')
    },
    /** A value, at a length that a line has room for; a resource by its name. */
    value(value: string | undefined): string {
      if (value === undefined || value === '') return t.noValue
      if (/^true$/i.test(value)) return imageVersion.yes
      if (/^false$/i.test(value)) return imageVersion.no
      if (isTime.test(value)) return dateTime(value)
      if (tryParseResourceId(value) !== undefined) return resourceLabel(value)
      return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value
    },
  }
}
