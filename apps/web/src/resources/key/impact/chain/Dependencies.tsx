import { makeStyles, Tab, TabList } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import { shows } from '../../../../ui/marks/shows.ts'
import { Section } from '../../../../ui/Section.tsx'
import { useMatches } from '../../../../ui/use-narrow.ts'
import { useKeyImpactTexts } from '../../texts/use-key-impact-texts.ts'
import { startingId, type ImpactStart } from '../impact-address.ts'
import type { ChosenForecast } from '../what-if/use-forecast.ts'
import { chainOf } from './chain.ts'
import { ChainDiagram } from './ChainDiagram.tsx'
import { ChainTable } from './ChainTable.tsx'
import { effectsOf } from './effects.ts'

const useStyles = makeStyles({ views: { marginInlineStart: '-10px' } })

/** All that depends on the keys, as columns joined by curves, or as a table, which narrow windows always have. */
export function Dependencies({ impact, start }: { impact: ChosenForecast; start: ImpactStart }) {
  const styles = useStyles()
  const t = useKeyImpactTexts().chain
  const [search, setSearch] = useSearchParams()
  const isNarrow = useMatches('(max-width: 1023px)')
  const { facts, forecast } = impact
  const chain = useMemo(() => chainOf(facts), [facts])
  const effects = useMemo(() => effectsOf(forecast, facts), [forecast, facts])
  const [selected, setSelected] = useState<string | undefined>(() => startingId(start).toLowerCase())
  const view = isNarrow || search.get('view') === 'table' ? 'table' : 'diagram'
  return (
    <Section title={t.title} description={t.description}>
      {!isNarrow && (
        <TabList
          aria-label={t.view}
          size="small"
          className={styles.views}
          selectedValue={view}
          onTabSelect={(_, { value }) =>
            setSearch(
              (before) => {
                before.set('view', String(value))
                return before
              },
              { replace: true },
            )
          }
        >
          <Tab value="diagram">{t.columns}</Tab>
          <Tab value="table">{t.table}</Tab>
        </TabList>
      )}
      <div {...shows('chain')}>
        {view === 'table' ? (
          <ChainTable chain={chain} effects={effects} />
        ) : (
          <ChainDiagram chain={chain} effects={effects} selected={selected} onSelect={setSelected} />
        )}
      </div>
    </Section>
  )
}
