import { makeStyles, ProgressBar, Spinner, Text } from '@fluentui/react-components'
import type { UnderWay, UnderWayItem } from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { useFormats } from '../../../i18n/formats.ts'
import { itemName, itemPath } from '../../../patterns/page/item-place.ts'
import { Quiet } from '../../../ui/Quiet.tsx'
import { useUnderWayTexts } from '../../under-way/under-way-texts.ts'
import { useHomeTexts } from '../home-texts.ts'
import { tileRows, tileSizes } from './tile-sizes.ts'
import { Tile, useIsQuiet } from './Tile.tsx'
import { TileRow, TileRows } from './TileRow.tsx'

const useStyles = makeStyles({
  progress: { display: 'grid', gridTemplateColumns: '64px 40px', alignItems: 'center', columnGap: '8px' },
  percent: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
})

/** What Azure is doing, as the top bar has it: the same request serves both. Nothing if it is doing nothing. */
export function InProgress({ query }: { query: UseQueryResult<UnderWay> }) {
  const { progress: t } = useHomeTexts()
  const { number } = useFormats()
  const isQuiet = useIsQuiet(query)
  if (isQuiet || query.data?.items.length === 0) return null
  return (
    <Tile title={t.title} query={query} height={query.error === null ? tileSizes.row : tileRows.small * tileSizes.row}>
      {({ items, now }) => {
        const more = items.length - tileRows.small
        return (
          <>
            <TileRows label={t.title}>
              {items.slice(0, tileRows.small).map((item) => (
                <Item key={item.id} item={item} now={now} />
              ))}
            </TileRows>
            {more > 0 && <Quiet size={200}>{t.more(number(more))}</Quiet>}
          </>
        )
      }}
    </Tile>
  )
}

function Item({ item, now }: { item: UnderWayItem; now: string }) {
  const styles = useStyles()
  const t = useUnderWayTexts()
  const { duration, percent } = useFormats()
  const { kind, state, since, progress } = item
  const name = kind === 'campaign' ? t.campaign(itemName(item)) : itemName(item)
  const elapsed = since === undefined ? '' : ` · ${duration(Date.parse(now) - Date.parse(since))}`
  return (
    <TileRow
      icon={<Spinner size="extra-tiny" aria-hidden />}
      href={itemPath(item)}
      name={name}
      detail={`${t.kinds[kind]}, ${t.states[state] ?? state}${elapsed}`}
      end={
        progress !== undefined && (
          <span className={styles.progress}>
            <ProgressBar value={progress} max={100} aria-label={kind === 'campaign' ? name : t.progressOf(name)} />
            <Text size={200} className={styles.percent}>
              {percent(progress)}
            </Text>
          </span>
        )
      }
    />
  )
}
