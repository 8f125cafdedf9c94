import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Permission } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { imageVersionPermissionsQuery } from '../../api/image-version-queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useImageVersionTexts } from '../../i18n/image-versions/use-image-version-texts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { RequestText } from '../../parts/resource/RequestText.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { StateLabel, type StateLook } from '../../ui/StateLabel.tsx'
import { rightsRequest } from './rights-request.ts'

const useStyles = makeStyles({
  action: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  scope: { color: tokens.colorNeutralForeground3 },
})

const looks: Record<Permission, StateLook> = { allowed: 'done', forbidden: 'failed', unknown: 'unknown' }

/** The user's permissions on a version, action by action, and what to ask for if one is missing. */
export function PermissionList({ id }: { id: string }) {
  const styles = useStyles()
  const t = useImageVersionTexts().permissions
  const user = useSignedIn()
  const { data, error, refetch } = useQuery(imageVersionPermissionsQuery(user, id))
  if (data === undefined)
    return error === null ? (
      <LoadingRows rows={6} height={48} />
    ) : (
      <ProblemMessage error={error} onRetry={() => void refetch()} />
    )
  const lacking = data.filter(({ permission }) => permission !== 'allowed')
  return (
    <>
      <DataTable
        label={t.heading}
        rows={data}
        rowKey={({ act }) => act}
        columns={[
          { heading: t.what, cell: ({ act }) => t.acts[act] },
          {
            heading: t.answer,
            width: '160px',
            cell: ({ permission }) => <StateLabel look={looks[permission]}>{t.answers[permission]}</StateLabel>,
          },
          {
            heading: t.action,
            cell: ({ action, scope }) => (
              <span className={styles.action}>
                <Text size={200} font="monospace">
                  {action}
                </Text>
                <Text size={200} className={styles.scope}>
                  {scope}
                </Text>
              </span>
            ),
          },
        ]}
      />
      {lacking.some(({ permission }) => permission === 'unknown') && <Text>{t.unknown}</Text>}
      {lacking.length > 0 && (
        <RequestText intro={t.lacking} request={rightsRequest(lacking, t)} copyLabel={t.copyRequest} />
      )}
    </>
  )
}
