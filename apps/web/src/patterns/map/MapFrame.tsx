import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { RegionPlace } from '@portal/portal-api'
import { useState, type ReactNode } from 'react'
import { regionPlacesQuery } from '../../api/subscription-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { storeChoice, storedChoice } from '../../stored-choice.ts'
import { shows } from '../../ui/shows.ts'
import { Stack } from '../../ui/Stack.tsx'
import { useMatches } from '../../ui/use-narrow.ts'
import { useRegionMapTexts } from '../regions/region-map-texts.ts'

const useStyles = makeStyles({
  map: { flexGrow: 1, flexBasis: '480px', maxWidth: '720px', minWidth: 0, position: 'relative' },
  unread: {
    position: 'absolute',
    top: tokens.spacingVerticalM,
    left: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
  summary: { cursor: 'pointer', width: 'fit-content' },
  folded: { marginTop: tokens.spacingVerticalM },
})

const storageKey = 'region-map'
const choices = ['open', 'folded'] as const

const nowhere: RegionPlace[] = []

interface MapFrameProps {
  /** a subscription whose list of regions has their places; undefined until it is known */
  subscriptionId: string | undefined
  /** beside the map, or below it; none where a table beside it says all */
  legend?: ReactNode
  /** it is folded at first in wide windows too, and from then on as the user leaves it: names it while it is folded */
  folded?: string
  children: (places: readonly RegionPlace[]) => ReactNode
}

/**
 * A map with its legend, in its final size from the start. It reads the places of the regions. Below 700 px, where dots
 * would be too small, it is folded, and neither mounted nor read until it is opened.
 */
export function MapFrame(props: MapFrameProps) {
  const styles = useStyles()
  const t = useRegionMapTexts()
  const isNarrow = useMatches('(max-width: 699px)')
  const [isOpen, setOpen] = useState(() => !isNarrow && storedChoice(storageKey, choices) === 'open')
  if (!isNarrow && props.folded === undefined) return <MapWithLegend {...props} />
  const change = (isOpenNow: boolean) => {
    setOpen(isOpenNow)
    if (!isNarrow && isOpenNow !== isOpen) storeChoice(storageKey, isOpenNow ? 'open' : 'folded')
  }
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => change(currentTarget.open)}>
      <summary className={styles.summary}>{isOpen ? t.hide : (props.folded ?? t.show)}</summary>
      {isOpen && (
        <div className={styles.folded}>
          <MapWithLegend {...props} />
        </div>
      )}
    </details>
  )
}

function MapWithLegend({ subscriptionId, legend, children }: MapFrameProps) {
  const styles = useStyles()
  const t = useRegionMapTexts()
  const { data, isError } = useRead(
    regionPlacesQuery,
    { subscriptionId: subscriptionId ?? '' },
    { enabled: subscriptionId !== undefined },
  )
  return (
    <Stack row="wrap" gap="XXL" align="center">
      <div className={styles.map} {...shows('region-map')}>
        {children(data ?? nowhere)}
        {isError && <Text className={styles.unread}>{t.unread}</Text>}
      </div>
      {legend}
    </Stack>
  )
}
