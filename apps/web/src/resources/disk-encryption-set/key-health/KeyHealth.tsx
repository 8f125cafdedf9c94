import { Button, makeStyles, Text } from '@fluentui/react-components'
import { CodeRegular, CheckmarkCircleRegular, KeyRegular } from '@fluentui/react-icons'
import {
  type CalendarKey,
  type Cause,
  type CalendarEvent,
  type CalendarGap,
  keyCalendar,
} from '@portal/disk-encryption'
import { rowsPerPage, type surveyKeyHealth, type RequestOf } from '@portal/portal-api'
import { useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState, useMemo, type ReactNode } from 'react'
import { refreshKeySurvey, keySurveyQuery, surveyedAtOnce } from '../../../api/key-health-reads.ts'
import { keyOf, type PageQuery, type QueryAccount } from '../../../api/read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { InSubscriptions } from '../../../patterns/list/InSubscriptions.tsx'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { useListRequest } from '../../../patterns/list/use-list-request.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Heading } from '../../../ui/Heading.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Quiet } from '../../../ui/Quiet.tsx'
import { Section } from '../../../ui/Section.tsx'
import { shows } from '../../../ui/shows.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { useKeyHealthTexts } from '../texts/key-health-texts.ts'
import { CauseTable } from './causes/CauseTable.tsx'
import { SurveyStatus } from './causes/SurveyStatus.tsx'
import { KeyRepairDialog } from './key-repair/KeyRepairDialog.tsx'
import { RotationCommands } from './key-repair/RotationCommands.tsx'
import { KnownRow, type SurveyRow } from './KnownRow.tsx'
import { useSurveyColumns } from './sets/use-survey-columns.tsx'
import { useKeySurvey, type KeySurvey } from './use-key-survey.ts'

/** The health of all keys: the causes of problems with their fixes, what is due in the next months, and all sets. */
export function KeyHealth() {
  const survey = useKeySurvey()
  // Below what comes later nothing is shown yet, so that nothing moves.
  const [isRead, setRead] = useState(false)
  if (!isRead && (survey.error !== null || (survey.total !== undefined && !survey.isReading))) setRead(true)
  // The long list is under what is seen first.
  const areSetsShown = useDeferredValue(isRead, false)
  return (
    <Stack gap="L">
      <Panel>
        <CauseSection survey={survey} />
      </Panel>
      {isRead && (
        <Panel>
          <KeyCalendarSection survey={survey} action={<AlertExport keys={survey.keys} />} />
        </Panel>
      )}
      {areSetsShown && (
        <Panel>
          <SetSection />
        </Panel>
      )}
    </Stack>
  )
}

const AlertDialog = lazyPart(() => import('./alerts/AlertDialog.tsx').then((part) => part.AlertDialog))

/** Opens the export of alerts and policies: the portal stores nothing, so alerts are in Azure. */
function AlertExport({ keys }: { keys: CalendarKey[] }) {
  const { alerts: t } = useKeyHealthTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<CodeRegular />} onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      {isOpen && <AlertDialog keys={keys} onClose={() => setOpen(false)} />}
    </>
  )
}

const useCauseSectionStyles = makeStyles({ more: { marginTop: '8px' } })

const mostAtFirst = 5

/** What keeps sets from working, by cause and key vault, each with its fix for all of its sets. */
function CauseSection({ survey }: { survey: KeySurvey }) {
  const styles = useCauseSectionStyles()
  const { causes: t } = useKeyHealthTexts()
  const { number } = useFormats()
  const [areAllShown, showAll] = useState(false)
  const [chosen, setChosen] = useState<Cause>()
  const { causes, total, error } = survey
  return (
    <Section title={t.title}>
      <SurveyStatus survey={survey} />
      {error !== null && <ProblemMessage error={error} onRetry={survey.refresh} />}
      <div aria-busy={total === undefined && error === null} {...shows('causes')}>
        {total === undefined && error === null && <LoadingRows rows={7} height={48} />}
        {total !== undefined && causes.length === 0 && (
          <EmptyState icon={<CheckmarkCircleRegular />} title={t.none} advice={t.noneAdvice} />
        )}
        {causes.length > 0 && (
          <CauseTable causes={areAllShown ? causes : causes.slice(0, mostAtFirst)} onFix={setChosen} />
        )}
        {!areAllShown && causes.length > mostAtFirst && (
          <Button className={styles.more} onClick={() => showAll(true)}>
            {t.showAll(number(causes.length))}
          </Button>
        )}
      </div>
      {chosen &&
        (chosen.sets[0]?.repair?.action === 'setRotationPolicy' ? (
          <RotationCommands cause={chosen} onClose={() => setChosen(undefined)} />
        ) : (
          <KeyRepairDialog
            cause={chosen}
            onClose={(changed) => {
              setChosen(undefined)
              if (changed.length > 0) survey.readAgain(changed)
            }}
          />
        ))}
    </Section>
  )
}

/** All sets with their keys, rotation and vaults: those in visible trouble first. */
function SetSection() {
  const { sets: t } = useKeyHealthTexts()
  const { searchSets } = useBrowseTexts()
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const request = useListRequest(['health'], 'health')
  const columns = useSurveyColumns()
  return (
    <Section title={t.title} description={t.note}>
      <InSubscriptions>
        {({ subscriptionId, choice }) => (
          <ResourceList
            label={t.title}
            request={request}
            pageQuery={({ search, ...place }) => surveyRowsQuery(user, { subscriptionId, search }, place)}
            columns={columns}
            frame={KnownRow}
            searchLabel={searchSets}
            scope={choice}
            onRefresh={() => void refreshKeySurvey(queryClient, user)}
            empty={{ icon: <KeyRegular />, title: t.none, advice: t.noneAdvice }}
          />
        )}
      </InSubscriptions>
    </Section>
  )
}

type Asked = Pick<RequestOf<typeof surveyKeyHealth>, 'subscriptionId' | 'search'>

/** A page of the list of sets: part of a page of the survey, which the causes have read already. */
function surveyRowsQuery(
  user: QueryAccount,
  { subscriptionId, search = '' }: Asked,
  { page, size }: { page: number; size?: number },
): PageQuery<SurveyRow> {
  const which = { ...(subscriptionId !== undefined && { subscriptionId }), ...(search !== '' && { search }) }
  const pagesOfSurvey = surveyedAtOnce / rowsPerPage
  const survey =
    size === undefined
      ? keySurveyQuery(user, { ...which, page: Math.floor(page / pagesOfSurvey), size: surveyedAtOnce })
      : keySurveyQuery(user, { ...which, page, size })
  const from = size === undefined ? (page % pagesOfSurvey) * rowsPerPage : 0
  return {
    queryKey: [...keyOf(user, 'key-survey-rows'), { ...which, size }, page],
    queryFn: async ({ client }) => {
      const { now, total, rows } = await client.fetchQuery(survey)
      return { total, rows: rows.slice(from, from + (size ?? rowsPerPage)).map((row) => ({ ...row, now })) }
    },
  }
}

const useKeyCalendarSectionStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content', minHeight: '24px' },
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
function KeyCalendarSection({ survey, action }: { survey: KeySurvey; action: ReactNode }) {
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
            <Heading as="h3" isSmall>
              {t.gaps}
            </Heading>
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
  const styles = useKeyCalendarSectionStyles()
  const { calendar: t } = useKeyHealthTexts()
  const { date, number } = useFormats()
  if (events.length === 0) return <Quiet>{t.none}</Quiet>
  const items = (shown: CalendarEvent[]) => (
    <Stack as="ul" gap="XS">
      {shown.map(({ at, key: { keyUrl, keyName, keyVaultName } }) => (
        <li key={keyUrl}>{t.entry(keyName, keyVaultName, date(at))}</li>
      ))}
    </Stack>
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
  const styles = useKeyCalendarSectionStyles()
  const { calendar: t } = useKeyHealthTexts()
  const { number } = useFormats()
  if (keys.length === 0) return null
  return (
    <details>
      <summary className={styles.summary}>{t.gapCount(name, number(keys.length))}</summary>
      <Stack as="ul" gap="XS">
        {keys.map(({ keyUrl, keyName, keyVaultName }) => (
          <li key={keyUrl}>{`${keyName} (${keyVaultName})`}</li>
        ))}
      </Stack>
    </details>
  )
}
