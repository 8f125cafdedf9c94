import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ImageVersionPermission, Permission } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { imageVersionPermissionsQuery } from '../../api/image-version-queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useImageVersionTexts } from '../../i18n/image-versions/use-image-version-texts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { RequestText } from '../../parts/resource/RequestText.tsx'
import { rightsRequest } from '../../parts/version-work/rights-request.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { StateLabel, type StateLook } from '../../ui/StateLabel.tsx'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content' },
  // beside the marker of the summary
  verdict: { display: 'inline-flex', verticalAlign: 'top', maxWidth: 'calc(100% - 20px)' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalM,
  },
  actions: { cursor: 'pointer', width: 'fit-content', color: tokens.colorNeutralForeground2 },
  raw: { overflowWrap: 'anywhere' },
})

const looks: Record<Permission, StateLook> = { allowed: 'done', forbidden: 'failed', unknown: 'unknown' }

/** The user's permissions on a version in one line, opened where one is missing, with what to ask for. */
export function PermissionList({ id }: { id: string }) {
  const styles = useStyles()
  const t = useImageVersionTexts().permissions
  const { number } = useFormats()
  const user = useSignedIn()
  const { data, error, refetch } = useQuery(imageVersionPermissionsQuery(user, id))
  if (data === undefined)
    return error === null ? <LoadingRows rows={1} /> : <ProblemMessage error={error} onRetry={() => void refetch()} />
  const lacking = data.filter(({ permission }) => permission !== 'allowed')
  const isForbidden = lacking.some(({ permission }) => permission === 'forbidden')
  return (
    <details open={lacking.length > 0}>
      <summary className={styles.summary}>
        <span className={styles.verdict}>
          {lacking.length === 0 ? (
            <StateLabel look="done">{t.all}</StateLabel>
          ) : (
            <StateLabel look={isForbidden ? 'failed' : 'unknown'}>
              {t.some(number(data.length - lacking.length), number(data.length))}
            </StateLabel>
          )}
        </span>
      </summary>
      <div className={styles.content}>
        <Tasks permissions={data} />
        {lacking.some(({ permission }) => permission === 'unknown') && <Text>{t.unknown}</Text>}
        {lacking.length > 0 && (
          <RequestText intro={t.lacking} request={rightsRequest(lacking, t)} copyLabel={t.copyRequest} />
        )}
        <Actions permissions={data} />
      </div>
    </details>
  )
}

function Tasks({ permissions }: { permissions: ImageVersionPermission[] }) {
  const t = useImageVersionTexts().permissions
  return (
    <DataTable
      label={t.heading}
      rows={permissions}
      rowKey={({ act }) => act}
      columns={[
        { heading: t.what, cell: ({ act }) => t.acts[act] },
        {
          heading: t.answer,
          width: '160px',
          cell: ({ permission }) => <StateLabel look={looks[permission]}>{t.answers[permission]}</StateLabel>,
        },
      ]}
    />
  )
}

/** Azure's own names of the same tasks, for whoever assigns the roles. */
function Actions({ permissions }: { permissions: ImageVersionPermission[] }) {
  const styles = useStyles()
  const t = useImageVersionTexts().permissions
  const raw = (heading: string, of: 'action' | 'scope'): Column<ImageVersionPermission> => ({
    heading,
    cell: (permission) => (
      <Text size={200} font="monospace" className={styles.raw}>
        {permission[of]}
      </Text>
    ),
  })
  return (
    <details>
      <summary className={styles.actions}>{t.actions}</summary>
      <DataTable
        label={t.actions}
        rows={permissions}
        rowKey={({ act }) => act}
        columns={[{ heading: t.what, cell: ({ act }) => t.acts[act] }, raw(t.action, 'action'), raw(t.scope, 'scope')]}
      />
    </details>
  )
}
