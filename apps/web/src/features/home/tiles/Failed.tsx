import { makeStyles, tokens } from '@fluentui/react-components'
import { ErrorCircleFilled } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { failedResourcesQuery } from '../../../api/estate-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useHomeTexts } from '../../../i18n/home/use-home-texts.ts'
import { resourceLabel } from '../../../parts/resource/resource-label.ts'
import { imageVersionPath, imageVersionsPath, virtualMachinePath } from '../../../paths.ts'
import { NothingHere } from './NothingHere.tsx'
import { tileRows, tileSizes } from './tile-sizes.ts'
import { Tile } from './Tile.tsx'
import { TileRow } from './TileRow.tsx'
import { TileRows } from './TileRows.tsx'

const useStyles = makeStyles({ icon: { fontSize: '16px', color: tokens.colorStatusDangerForeground1 } })

/** What has failed in Azure and waits for somebody. */
export function Failed() {
  const styles = useStyles()
  const { failed: t } = useHomeTexts()
  const { date } = useFormats()
  const query = useQuery(failedResourcesQuery(useSignedIn()))
  return (
    <Tile
      title={t.title}
      query={query}
      height={tileRows.small * tileSizes.row + tileSizes.note}
      more={{ href: imageVersionsPath({ state: 'Failed' }), text: t.all }}
    >
      {({ rows }) =>
        rows.length === 0 ? (
          <NothingHere>{t.none}</NothingHere>
        ) : (
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
        )
      }
    </Tile>
  )
}
