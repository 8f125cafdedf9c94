import { useQuery } from '@tanstack/react-query'
import { recentDefinitionsQuery } from '../../../api/estate-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { paths } from '../../../paths.ts'
import { useHomeTexts } from '../home-texts.ts'
import { tileRows, tileSizes } from '../tiles/tile-sizes.ts'
import { Tile } from '../tiles/Tile.tsx'
import { TileRows } from '../tiles/TileRow.tsx'
import { RecentDefinitionRow } from './RecentDefinitionRow.tsx'

/** The image definitions used last, with their latest versions and the way to the next; nothing if there is none. */
export function RecentDefinitions() {
  const { recent: t } = useHomeTexts()
  const query = useQuery(recentDefinitionsQuery(useSignedIn()))
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
