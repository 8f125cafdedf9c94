import { Text } from '@fluentui/react-components'
import type { AllowedAction, listAllowedActions, Permission, RequestOf } from '@portal/portal-api'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { galleriesQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { usePrerequisiteTexts } from '../../i18n/portal/use-prerequisite-texts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { StateLabel, type StateLook } from '../../ui/StateLabel.tsx'

const looks: Record<Permission, StateLook> = { allowed: 'done', forbidden: 'failed', unknown: 'unknown' }

interface AllowedActionsProps {
  scope: RequestOf<typeof listAllowedActions>
  query: UseQueryResult<AllowedAction[]>
  /** '' for the whole subscription */
  onChooseGallery: (galleryId: string) => void
}

/** What the user's roles allow, in the subscription or at one gallery. */
export function AllowedActions({ scope, query, onChooseGallery }: AllowedActionsProps) {
  const t = usePrerequisiteTexts()
  const user = useSignedIn()
  const galleries = useQuery(galleriesQuery(user, scope.subscriptionId))
  return (
    <>
      <FormRow label={t.scope} hint={t.galleryHint}>
        <Choice<string>
          value={scope.galleryId ?? ''}
          options={[
            { value: '', label: t.wholeSubscription },
            ...(galleries.data ?? []).map(({ id, name }) => ({ value: id, label: t.atGallery(name) })),
          ]}
          onChoose={onChooseGallery}
        />
      </FormRow>
      {query.isError && <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <DataTable
          label={t.allowed}
          rows={query.data}
          rowKey={({ action }) => action}
          columns={[
            {
              heading: t.azureAction,
              cell: ({ action }) => (
                <Text font="monospace" size={200}>
                  {action}
                </Text>
              ),
            },
            { heading: t.purpose, cell: ({ purpose }) => t.purposes[purpose] },
            {
              heading: t.answer,
              width: '180px',
              cell: ({ permission }) => <StateLabel look={looks[permission]}>{t.permissions[permission]}</StateLabel>,
            },
          ]}
        />
      )}
      {query.data?.some(({ permission }) => permission === 'unknown') && <Text>{t.unknownNote}</Text>}
    </>
  )
}
