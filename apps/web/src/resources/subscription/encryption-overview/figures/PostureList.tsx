import { DataBarVerticalRegular } from '@fluentui/react-icons'
import { postureSubject } from '@portal/portal-api'
import { useQueryClient } from '@tanstack/react-query'
import { postureQuery } from '../../../../api/estate-reads.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useImageFilterTexts } from '../../../../patterns/image-filters/use-image-filters-texts.ts'
import { ResourceList } from '../../../../patterns/list/ResourceList.tsx'
import { useListRequest } from '../../../../patterns/list/use-list-request.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { usePostureTexts } from '../../texts/use-posture-texts.ts'
import { namedRows, postureSorts, type PostureSort } from './named-rows.ts'
import { groupings } from './posture-rows.ts'
import { rowName } from './row-name.ts'
import { usePostureColumns } from './use-posture-columns.tsx'

/** The figures of a kind of resource by subscription, gallery, region, or age, each with a link to its list. */
export function PostureList() {
  const t = usePostureTexts()
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const { ages } = useImageFilterTexts()
  const subscriptionsOf = subscriptionsQuery(user)
  const request = useListRequest<PostureSort>(postureSorts, { sort: 'name', direction: 'asc' })
  const { search, sort, direction } = request
  const of = postureSubject.safeParse(request.filter('of')).data ?? 'imageVersions'
  const by = groupings.find((one) => one === request.filter('by')) ?? 'subscription'
  const reading = postureQuery(user, { of })
  const columns = usePostureColumns(of, by)
  return (
    <ResourceList
      label={`${t.subjects[of].title}, ${t.groupings[by]}`}
      request={request}
      pageQuery={({ page, size }) => ({
        queryKey: [...reading.queryKey, 'rows', by, search, sort, direction, ages, size, page],
        queryFn: async ({ client }) => {
          const { groups } = await client.ensureQueryData(reading)
          // Without their names, subscriptions have their IDs.
          const subscriptions = await client.ensureQueryData(subscriptionsOf).catch(() => [])
          const nameOf = (id: string) => rowName(by, id, { subscriptions, ages })
          return namedRows(groups, { by, nameOf, search, sort, direction, page, ...(size !== undefined && { size }) })
        },
      })}
      columns={columns}
      searchLabel={t.search}
      filters={{
        subject: (
          <Choice
            aria-label={t.subject}
            value={of}
            options={postureSubject.options.map((value) => ({ value, label: t.subjects[value].title }))}
            onChoose={(chosen) => request.change({ of: chosen })}
          />
        ),
        grouping: (
          <Choice
            aria-label={t.grouping}
            value={by}
            options={groupings.map((value) => ({ value, label: t.groupings[value] }))}
            onChoose={(chosen) => request.change({ by: chosen })}
          />
        ),
      }}
      onRefresh={() => void queryClient.invalidateQueries({ queryKey: reading.queryKey })}
      empty={{ icon: <DataBarVerticalRegular />, title: t.subjects[of].none, advice: t.noneAdvice }}
    />
  )
}
