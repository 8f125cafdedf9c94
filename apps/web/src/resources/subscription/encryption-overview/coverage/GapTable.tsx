import { useFormats } from '../../../../i18n/formats.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { usePostureTexts } from '../../texts/use-posture-texts.ts'
import type { Gap } from './coverage.ts'

interface GapTableProps {
  gaps: Gap[]
  /** the name of a subscription, or its ID */
  nameOf: (subscriptionId: string) => string
}

/** What the figures lack, one row for each subscription and reason. */
export function GapTable({ gaps, nameOf }: GapTableProps) {
  const { coverage: t } = usePostureTexts()
  const { number } = useFormats()
  return (
    <DataTable
      label={t.title}
      columns={[
        { heading: t.subscription, cell: ({ subscriptionId }) => nameOf(subscriptionId), width: '40%' },
        { heading: t.missing, cell: ({ kind, count }) => t.gaps[kind](number(count)) },
      ]}
      rows={gaps}
      rowKey={({ kind, subscriptionId }) => `${kind} ${subscriptionId}`}
    />
  )
}
