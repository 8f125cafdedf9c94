import { Spinner, Text } from '@fluentui/react-components'
import type { ResourceChange } from '@portal/portal-api'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'
import type { MachinePreview } from './use-machine-preview.ts'

/** Azure's what-if result, or the user's missing permissions for it; nothing while there is nothing to preview. */
export function PreviewedChanges({ preview }: { preview: MachinePreview }) {
  const t = useMachineTexts()
  const { data, error, isFetching, refetch } = preview
  if (isFetching) return <Spinner size="small" label={t.review.asking} labelPosition="after" />
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  if (data.missingActions.length > 0)
    return (
      <Message intent="warning" title={t.review.missingTitle}>
        {t.review.missing(data.missingActions.join(', '))}
      </Message>
    )
  if (data.changes === undefined) return <Text>{t.review.newGroup}</Text>
  const typeOf = ({ resourceId }: ResourceChange) => {
    const type = resourceId.split('/').at(-2) ?? ''
    return t.page.resourceTypes[type] ?? type
  }
  return (
    <Section title={t.review.preview} description={t.review.nothingYet}>
      <DataTable
        label={t.review.preview}
        rows={data.changes}
        rowKey={({ resourceId }) => resourceId}
        columns={[
          { heading: t.review.resource, cell: ({ resourceId }) => resourceLabel(resourceId) },
          { heading: t.review.type, cell: typeOf },
          { heading: t.review.change, cell: ({ changeType }) => t.review.changes[changeType] },
        ]}
      />
    </Section>
  )
}
