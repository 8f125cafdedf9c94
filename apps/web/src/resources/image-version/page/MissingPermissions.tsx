import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ImageVersionPermission, Permission } from '@portal/portal-api'
import { imageVersionPermissionsQuery } from '../../../api/image-version-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useChangeTexts } from '../../../patterns/change/change-texts.ts'
import { RequestText } from '../../../patterns/change/RequestText.tsx'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'
import { PanelSection } from '../../../ui/Section.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { rightsRequest } from '../parts/version-work/rights-request.ts'
import { useImageVersionTexts } from '../texts/version-page-texts.ts'

const useStyles = makeStyles({
  actions: { cursor: 'pointer', width: 'fit-content', color: tokens.colorNeutralForeground2 },
  raw: { overflowWrap: 'anywhere' },
})

const looks: Record<Permission, StateLook> = { allowed: 'done', forbidden: 'failed', unknown: 'unknown' }

/** The permissions on a version that the user lacks or might lack, with what to ask for; nothing if none is missing. */
export function MissingPermissions({ id }: { id: string }) {
  const t = useImageVersionTexts().permissions
  const { lacking: lackingIntro } = useChangeTexts()
  const { number } = useFormats()
  const { data } = useRead(imageVersionPermissionsQuery, { id })
  const lacking = data?.filter(({ permission }) => permission !== 'allowed') ?? []
  if (data === undefined || lacking.length === 0) return null
  const isForbidden = lacking.some(({ permission }) => permission === 'forbidden')
  return (
    <PanelSection title={t.heading} description={t.intro}>
      <StateLabel look={isForbidden ? 'failed' : 'unknown'}>
        {t.some(number(data.length - lacking.length), number(data.length))}
      </StateLabel>
      <Stack gap="L">
        <Tasks permissions={data} />
        {lacking.some(({ permission }) => permission === 'unknown') && <Text>{t.unknown}</Text>}
        <RequestText intro={lackingIntro} request={rightsRequest(lacking, t)} />
        <Actions permissions={data} />
      </Stack>
    </PanelSection>
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
