import { DataBarVerticalRegular } from '@fluentui/react-icons'
import { postureSubject, type MachineEncryption, type PostureSubject } from '@portal/portal-api'
import { useQueryClient } from '@tanstack/react-query'
import { postureQuery } from '../../../../api/estate-reads.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { EncryptionBar } from '../../../../patterns/encryption-share/EncryptionBar.tsx'
import { useImageFilterTexts } from '../../../../patterns/image-filters/image-filters-texts.ts'
import { optionsOf } from '../../../../patterns/list/FilterSelect.tsx'
import type { ListColumn, ListColumns } from '../../../../patterns/list/list-column.ts'
import { ResourceList } from '../../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../../patterns/list/texts/browse-texts.ts'
import { TwoLines } from '../../../../patterns/list/TwoLines.tsx'
import { useListRequest } from '../../../../patterns/list/use-list-request.ts'
import { resourceGroupOf } from '../../../../patterns/resource/resource-names.ts'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { usePostureTexts } from '../../texts/posture-texts.ts'
import { listPath } from './list-paths.ts'
import { namedRows, postureSorts, type PostureSort, type NamedPostureRow } from './named-rows.ts'
import { groupings, kindsOf, type Grouping } from './posture-rows.ts'
import { rowName } from './row-name.ts'

/** The figures of a kind of resource by subscription, gallery, region, or age, each with a link to its list. */
export function PostureList() {
  const t = usePostureTexts()
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const { ages } = useImageFilterTexts()
  const subscriptionsOf = subscriptionsQuery(user)
  const request = useListRequest(postureSorts, 'name')
  const of = postureSubject.safeParse(request.filter('of')).data ?? 'imageVersions'
  const by = groupings.find((one) => one === request.filter('by')) ?? 'subscription'
  const reading = postureQuery(user, { of })
  const columns = usePostureColumns(of, by)
  return (
    <ResourceList
      label={`${t.subjects[of].title}, ${t.groupings[by]}`}
      request={request}
      pageQuery={({ search, sort, direction, page, size }) => ({
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
        of: {
          label: t.subject,
          value: of,
          options: postureSubject.options.map((value) => [value, t.subjects[value].title] as const),
        },
        by: { label: t.grouping, value: by, options: optionsOf(groupings, t.groupings) },
      }}
      onRefresh={() => void queryClient.invalidateQueries({ queryKey: reading.queryKey })}
      empty={{ icon: <DataBarVerticalRegular />, title: t.subjects[of].none, advice: t.noneAdvice }}
    />
  )
}

// what the longest heading of both languages needs with its icon
const headWidths = { platform: 122, customer: 108, double: 92, confidential: 126, mixed: 90, unknown: 126 }

type PostureColumn = ListColumn<NamedPostureRow, PostureSort>

/** The columns of the figures: the row's name, its share as a bar, each encryption, and the total. */
function usePostureColumns(of: PostureSubject, by: Grouping): ListColumns<NamedPostureRow, PostureSort> {
  const t = usePostureTexts()
  const { encryptions } = useBrowseTexts()
  const { number } = useFormats()
  const figure = (row: NamedPostureRow, count: number, encryption?: MachineEncryption) => {
    const href = listPath(of, { row: { by, id: row.id }, ...(encryption && { encryption }) })
    return count === 0 ? number(count) : <RouteLink href={href}>{number(count)}</RouteLink>
  }
  const kinds = kindsOf[of]
  return [
    {
      heading: t.groupings[by],
      sort: 'name',
      width: [180, 2],
      text: ({ name }) => name,
      cell: ({ name, id }) =>
        by === 'gallery' ? <TwoLines first={name} second={resourceGroupOf(id)} /> : <span>{name}</span>,
    },
    {
      heading: t.share,
      width: [100, 1.5],
      goesAs: 1,
      text: ({ counts, total }) => t.shareOf(number(counts.customer + counts.double), number(total)),
      cell: ({ counts }) => <EncryptionBar kinds={kinds} counts={counts} />,
    },
    ...kinds.map((kind): PostureColumn => ({
      heading: t.heads[kind],
      wholeHeading: encryptions[kind],
      sort: kind,
      width: [headWidths[kind], 1],
      text: ({ counts }) => String(counts[kind]),
      cell: (row) => figure(row, row.counts[kind], kind),
    })),
    {
      heading: t.total,
      sort: 'total',
      width: [90, 0.8],
      text: ({ total }) => String(total),
      cell: (row) => figure(row, row.total),
    },
  ]
}
