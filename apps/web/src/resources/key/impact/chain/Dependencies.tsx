import { makeStyles, Tab, TabList, Button, Text, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useFormats } from '../../../../i18n/formats.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { shows } from '../../../../ui/shows.ts'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useMatches } from '../../../../ui/use-narrow.ts'
import { startingId, type ImpactStart } from '../impact-address.ts'
import { ImpactLink } from '../ImpactLink.tsx'
import { useKeyImpactTexts } from '../key-impact-texts.ts'
import { listLooks } from '../list-looks.ts'
import type { ChosenForecast } from '../what-if/use-forecast.ts'
import { chainOf, chainColumns, type Chain, type ChainNode } from './chain.ts'
import { ChainDiagram } from './ChainDiagram.tsx'
import { effectsOf, type Effects } from './effects.ts'
import { useNodeDetail } from './use-node-detail.ts'

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

const useChainTableStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

const rowsAtOnce = 50
// A name for each; a version has a set for each region.
const parentsShown = 3

/** The same as the diagram, as rows from the key to the machines. */
function ChainTable({ chain, effects }: { chain: Chain; effects: Effects }) {
  const styles = useChainTableStyles()
  const { chain: t, whatIf } = useKeyImpactTexts()
  const { number } = useFormats()
  const { stateOf, regionsOf } = useNodeDetail()
  const [count, setCount] = useState(rowsAtOnce)
  const rows = chainColumns.flatMap((column) => chain.columns[column])
  const left = Math.min(rowsAtOnce, rows.length - count)
  const parentsOf = ({ parents }: ChainNode) => {
    const names = parents.slice(0, parentsShown).flatMap((id) => {
      const parent = chain.byId.get(id)
      return parent === undefined ? [] : fullNameOf(parent)
    })
    const more = parents.length - names.length
    return names.length === 0 ? '–' : [...names, ...(more > 0 ? [`+${number(more)}`] : [])].join(', ')
  }
  return (
    <>
      <DataTable
        label={t.title}
        rows={rows.slice(0, count)}
        rowKey={({ id }) => id}
        columns={[
          { heading: t.name, cell: (node) => <NodeName node={node} /> },
          { heading: t.type, cell: ({ kind }) => (kind === 'deletedVersion' ? '' : t.kind[kind]) },
          { heading: t.region, cell: (node) => regionsOf(node) || '–' },
          {
            heading: t.state,
            cell: (node) => (node.kind === 'snapshot' || node.kind === 'key' ? '–' : stateOf(node) || '–'),
          },
          { heading: t.dependsOn, cell: parentsOf },
          {
            heading: t.forecast,
            cell: ({ id }) => {
              const effect = effects.get(id)
              return effect === undefined ? (
                '–'
              ) : (
                <StateLabel look={listLooks[effect]}>{whatIf.lists[effect]}</StateLabel>
              )
            },
          },
        ]}
      />
      <div className={styles.foot}>
        <Text>{t.rows(number(Math.min(count, rows.length)), number(rows.length))}</Text>
        {left > 0 && <Button onClick={() => setCount(count + rowsAtOnce)}>{whatIf.more(number(left))}</Button>}
      </div>
    </>
  )
}

// Keys of several vaults can have the same name.
function fullNameOf({ kind, label, state }: ChainNode): string {
  return kind === 'key' && state !== '' ? `${state} / ${label}` : label
}

function NodeName({ node }: { node: ChainNode }) {
  const { kind, resourceId, label } = node
  if (kind === 'key') return fullNameOf(node)
  return (
    <ImpactLink id={resourceId} kind={kind}>
      {label}
    </ImpactLink>
  )
}
