import { KeyRegular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { refreshKeySurvey } from '../../../../api/key-health-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { InSubscriptions } from '../../../../patterns/list/InSubscriptions.tsx'
import { ResourceList } from '../../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../../patterns/list/texts/use-browse-texts.ts'
import { useListRequest } from '../../../../patterns/list/use-list-request.ts'
import { Section } from '../../../../ui/Section.tsx'
import { useKeyHealthTexts } from '../../texts/use-key-health-texts.ts'
import { surveyRowsQuery } from './survey-rows-query.ts'
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
            pageQuery={(place) => surveyRowsQuery(user, { subscriptionId, search: request.search }, place)}
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
