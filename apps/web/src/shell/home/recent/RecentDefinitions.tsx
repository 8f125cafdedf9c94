import type { listRecentDefinitions, ResponseOf } from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { paths } from '../../../paths.ts'
import { useHomeTexts } from '../home-texts.ts'
import { tileRows, tileSizes } from '../tiles/tile-sizes.ts'
import { Tile } from '../tiles/Tile.tsx'
import { TileRows } from '../tiles/TileRow.tsx'
import { RecentDefinitionRow } from './RecentDefinitionRow.tsx'

/** The image definitions used last, with their latest versions and the way to the next; nothing if there is none. */
export function RecentDefinitions({ query }: { query: UseQueryResult<ResponseOf<typeof listRecentDefinitions>> }) {
  const { recent: t } = useHomeTexts()
  if (query.data?.length === 0) return null
  return (
    <Tile
      title={t.title}
      query={query}
      height={tileRows.wide * tileSizes.wideRow}
      rowHeight={tileSizes.wideRow}
      more={{ href: paths.galleries, text: t.all }}
    >
      {(definitions) => (
        <TileRows label={t.title}>
          {definitions.slice(0, tileRows.wide).map((definition) => (
            <RecentDefinitionRow key={definition.id} definition={definition} />
          ))}
        </TileRows>
      )}
    </Tile>
  )
}
