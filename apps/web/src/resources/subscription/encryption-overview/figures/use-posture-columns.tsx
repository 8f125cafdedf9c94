import type { MachineEncryption, PostureSubject } from '@portal/portal-api'
import { useFormats } from '../../../../i18n/formats.ts'
import { EncryptionBar } from '../../../../patterns/encryption-share/EncryptionBar.tsx'
import type { ListColumn, ListColumns } from '../../../../patterns/list/list-column.ts'
import { useBrowseTexts } from '../../../../patterns/list/texts/use-browse-texts.ts'
import { TwoLines } from '../../../../patterns/list/TwoLines.tsx'
import { resourceGroupOf } from '../../../../patterns/resource/resource-names.ts'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { usePostureTexts } from '../../texts/use-posture-texts.ts'
import { listPath } from './list-paths.ts'
import type { NamedPostureRow, PostureSort } from './named-rows.ts'
import { kindsOf, type Grouping } from './posture-rows.ts'

// what the longest heading of both languages needs with its icon
const headWidths = { platform: 122, customer: 108, double: 92, confidential: 126, mixed: 90, unknown: 126 }

type PostureColumn = ListColumn<NamedPostureRow, PostureSort>

/** The columns of the figures: the row's name, its share as a bar, each encryption, and the total. */
export function usePostureColumns(of: PostureSubject, by: Grouping): ListColumns<NamedPostureRow, PostureSort> {
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
