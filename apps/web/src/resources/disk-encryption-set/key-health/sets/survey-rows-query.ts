import { rowsPerPage, type surveyKeyHealth, type RequestOf } from '@portal/portal-api'
import { keySurveyQuery } from '../../../../api/key-health-reads.ts'
import { keyOf, type PageQuery, type QueryAccount } from '../../../../api/read.ts'
import { surveyedAtOnce } from '../use-key-survey.ts'
import type { SurveyRow } from '../use-row-knowledge.ts'

type Asked = Pick<RequestOf<typeof surveyKeyHealth>, 'subscriptionId' | 'search'>

/** A page of the list of sets: part of a page of the survey, which the causes have read already. */
export function surveyRowsQuery(
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
