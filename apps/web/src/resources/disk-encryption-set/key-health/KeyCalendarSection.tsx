import { makeStyles, Text } from '@fluentui/react-components'
import { type CalendarEvent, type CalendarGap, type CalendarKey, keyCalendar } from '@portal/disk-encryption'
import { useMemo, type ReactNode } from 'react'
import { useFormats } from '../../../i18n/formats.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Quiet } from '../../../ui/Quiet.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { useKeyHealthTexts } from '../texts/key-health-texts.ts'
import { SurveyStatus } from './causes/SurveyStatus.tsx'
import type { KeySurvey } from './use-key-survey.ts'

const useStyles = makeStyles({
  events: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, padding: 0, listStyle: 'none' },
  summary: { cursor: 'pointer', width: 'fit-content', minHeight: '24px' },
  heading: { margin: 0 },
})

const gaps = [
  'notRead',
  'unreadable',
  'notFound',
  'noExpiry',
  'noRotation',
  'rotationOverdue',
] as const satisfies CalendarGap[]
const mostListed = 4

/** What happens to keys in the next twelve months, month by month, and which keys the calendar does not know about. */
export function KeyCalendarSection({ survey, action }: { survey: KeySurvey; action: ReactNode }) {
  const styles = useStyles()
  const { calendar: t } = useKeyHealthTexts()
  const { number } = useFormats()
  const { total, sets, keys, now } = survey
  const month = useMonth()
  const calendar = useMemo(() => (now === '' ? undefined : keyCalendar(keys, now)), [keys, now])
  return (
    <Section title={t.title} description={t.description} action={action}>
      <SurveyStatus survey={survey} />
      {calendar === undefined ? (
        <LoadingRows rows={12} height={32} />
      ) : (
        <>
          <DataTable
            label={t.title}
            columns={[
              { heading: t.month, width: '18%', cell: ({ start }) => month(start) },
              { heading: t.expires, width: '41%', cell: ({ expires }) => <Events events={expires} /> },
              { heading: t.rotates, width: '41%', cell: ({ rotates }) => <Events events={rotates} /> },
            ]}
            rows={calendar.months}
            rowKey={({ start }) => start}
          />
          <Stack gap="XS">
            <Text as="h3" weight="semibold" className={styles.heading}>
              {t.gaps}
            </Text>
            {total !== undefined && total > sets && <Text>{t.gapCount(t.setsLeft, number(total - sets))}</Text>}
            {gaps.map((gap) => (
              <Gap key={gap} name={t.gap[gap]} keys={calendar.gaps[gap]} />
            ))}
          </Stack>
        </>
      )}
    </Section>
  )
}

function useMonth(): (start: string) => string {
  const language = useLanguage()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
    return (start) => format.format(new Date(start))
  }, [language])
}

function Events({ events }: { events: CalendarEvent[] }) {
  const styles = useStyles()
  const { calendar: t } = useKeyHealthTexts()
  const { date, number } = useFormats()
  if (events.length === 0) return <Quiet>{t.none}</Quiet>
  const items = (shown: CalendarEvent[]) => (
    <ul className={styles.events}>
      {shown.map(({ at, key: { keyUrl, keyName, keyVaultName } }) => (
        <li key={keyUrl}>{t.entry(keyName, keyVaultName, date(at))}</li>
      ))}
    </ul>
  )
  if (events.length <= mostListed) return items(events)
  return (
    <details>
      <summary className={styles.summary}>{t.more(number(events.length))}</summary>
      {items(events)}
    </details>
  )
}

function Gap({ name, keys }: { name: string; keys: CalendarKey[] }) {
  const styles = useStyles()
  const { calendar: t } = useKeyHealthTexts()
  const { number } = useFormats()
  if (keys.length === 0) return null
  return (
    <details>
      <summary className={styles.summary}>{t.gapCount(name, number(keys.length))}</summary>
      <ul className={styles.events}>
        {keys.map(({ keyUrl, keyName, keyVaultName }) => (
          <li key={keyUrl}>{`${keyName} (${keyVaultName})`}</li>
        ))}
      </ul>
    </details>
  )
}
