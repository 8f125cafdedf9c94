import { KeyRegular } from '@fluentui/react-icons'
import { rowsPerPage, type surveyKeyHealth, type RequestOf } from '@portal/portal-api'
import { useQueryClient } from '@tanstack/react-query'
import { refreshKeySurvey, keySurveyQuery } from '../../../../api/key-health-reads.ts'
import { keyOf, type PageQuery, type QueryAccount } from '../../../../api/read.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { InSubscriptions } from '../../../../patterns/list/InSubscriptions.tsx'
import { ResourceList } from '../../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../../patterns/list/texts/browse-texts.ts'
import { useListRequest } from '../../../../patterns/list/use-list-request.ts'
import { Section } from '../../../../ui/Section.tsx'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'
import { surveyedAtOnce } from '../use-key-survey.ts'
import type { SurveyRow } from '../use-row-knowledge.ts'
import { useSurveyColumns } from './use-survey-columns.tsx'

/** All sets with their keys, rotation and vaults: those in visible trouble first. */
export function SetSection() {
  const { sets: t } = useKeyHealthTexts()
  const { searchSets } = useBrowseTexts()
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const request = useListRequest(['health'], { sort: 'health', direction: 'asc' })
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
