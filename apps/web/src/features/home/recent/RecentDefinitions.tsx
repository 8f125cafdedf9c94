import { useQuery } from '@tanstack/react-query'
import { recentDefinitionsQuery } from '../../../api/estate-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useHomeTexts } from '../../../i18n/home/use-home-texts.ts'
import { paths } from '../../../paths.ts'
import { NothingHere } from '../tiles/NothingHere.tsx'
import { tileRows, tileSizes } from '../tiles/tile-sizes.ts'
import { Tile } from '../tiles/Tile.tsx'
import { TileRows } from '../tiles/TileRows.tsx'
import { RecentDefinitionRow } from './RecentDefinitionRow.tsx'

/** The image definitions used last, each with its latest version, the source of that, and the way to the next one. */
export function RecentDefinitions() {
  const { recent: t } = useHomeTexts()
  const query = useQuery(recentDefinitionsQuery(useSignedIn()))
  return (
    <Tile
      title={t.title}
      query={query}
      height={tileRows.wide * tileSizes.wideRow}
      rowHeight={tileSizes.wideRow}
      more={{ href: paths.galleries, text: t.all }}
      isWide
    >
      {(definitions) =>
        definitions.length === 0 ? (
          <NothingHere>{t.none}</NothingHere>
        ) : (
          <TileRows label={t.title}>
            {definitions.slice(0, tileRows.wide).map((definition) => (
              <RecentDefinitionRow key={definition.id} definition={definition} />
            ))}
          </TileRows>
        )
      }
    </Tile>
  )
}
