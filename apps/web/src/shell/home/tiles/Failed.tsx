import { makeStyles, tokens } from '@fluentui/react-components'
import { ErrorCircleFilled } from '@fluentui/react-icons'
import type { listFailedResources, ResponseOf } from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { useFormats } from '../../../i18n/formats.ts'
import { imageVersionPath, imageVersionsPath, virtualMachinePath } from '../../../paths.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { useHomeTexts } from '../home-texts.ts'
import { tileRows, tileSizes } from './tile-sizes.ts'
import { Tile, useIsQuiet } from './Tile.tsx'
import { TileRow, TileRows } from './TileRow.tsx'

const useStyles = makeStyles({ icon: { fontSize: '16px', color: tokens.colorStatusDangerForeground1 } })

/** What has failed in Azure and waits for somebody; nothing if nothing has. */
export function Failed({ query }: { query: UseQueryResult<ResponseOf<typeof listFailedResources>> }) {
  const styles = useStyles()
  const { failed: t } = useHomeTexts()
  const { date } = useFormats()
  const isQuiet = useIsQuiet(query)
  if (isQuiet || query.data?.rows.length === 0) return null
  return (
    <Tile
      title={t.title}
      query={query}
      height={query.error === null ? tileSizes.row : tileRows.small * tileSizes.row}
      more={{ href: imageVersionsPath({ state: 'Failed' }), text: t.all }}
    >
      {({ rows }) => (
        <TileRows label={t.title}>
          {rows.slice(0, tileRows.small).map(({ id, kind, since }) => (
            <TileRow
              key={id}
              icon={<ErrorCircleFilled className={styles.icon} aria-hidden />}
              href={kind === 'imageVersion' ? imageVersionPath(id) : virtualMachinePath(id)}
              name={resourceLabel(id)}
              detail={[t.kinds[kind], ...(since === undefined ? [] : [date(since)])].join(' · ')}
            />
          ))}
        </TileRows>
      )}
    </Tile>
  )
}
