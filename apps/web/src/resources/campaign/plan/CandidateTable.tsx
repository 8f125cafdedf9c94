import { makeStyles, tokens } from '@fluentui/react-components'
import { type CampaignSource, successorId } from '@portal/campaign'
import { useFormats } from '../../../i18n/formats.ts'
import { imageVersionPath } from '../../../paths.ts'
import { useLockNames } from '../../../patterns/protection/protection-texts.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { useCampaignTexts } from '../texts/campaign-texts.ts'
import type { CandidateRow } from './use-campaign-draft.ts'

const useStyles = makeStyles({ quiet: { display: 'block', color: tokens.colorNeutralForeground3 } })

interface CandidateTableProps {
  rows: CandidateRow[]
  onChoose: (id: string, source: CampaignSource) => void
}

/** For each chosen version, whether and from what it is created again, and why some can't be. */
export function CandidateTable({ rows, onChoose }: CandidateTableProps) {
  const texts = useCampaignTexts()
  const t = texts.plan
  return (
    <Section title={t.title} description={t.description}>
      <DataTable
        label={t.title}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            heading: t.version,
            width: '26%',
            cell: ({ id }) => <RouteLink href={imageVersionPath(id)}>{resourceLabel(id)}</RouteLink>,
          },
          { heading: t.newNumber, width: '16%', cell: ({ source, name }) => (source && name) ?? '–' },
          { heading: t.source, cell: (row) => <Way row={row} onChoose={onChoose} /> },
        ]}
      />
    </Section>
  )
}

interface WayProps {
  row: CandidateRow
  onChoose: CandidateTableProps['onChoose']
}

/** The way of a version, with the locks that keep the old one, and the new one of an earlier campaign. */
function Way({ row, onChoose }: WayProps) {
  const styles = useStyles()
  const t = useCampaignTexts().plan
  const { lockLabel } = useLockNames()
  const { list } = useFormats()
  const { successor, locks = [] } = row.candidate ?? {}
  const id = successor && successorId({ predecessorId: row.id, name: successor.name })
  return (
    <>
      <Source row={row} onChoose={onChoose} />
      {row.source !== undefined && locks.length > 0 && (
        <span className={styles.quiet}>{t.locked(list(locks.map(lockLabel)))}</span>
      )}
      {id !== undefined && (
        <span className={styles.quiet}>
          {successor?.isFailed === true ? t.failedSuccessor : t.successor}{' '}
          <RouteLink href={imageVersionPath(id)}>{resourceLabel(id)}</RouteLink>
        </span>
      )}
    </>
  )
}

function Source({ row, onChoose }: WayProps) {
  const texts = useCampaignTexts()
  const { id, candidate, source, name } = row
  const ways = (candidate?.ways ?? []).filter(({ obstacle }) => obstacle === undefined)
  if (source === undefined || name === undefined)
    return <StateLabel look="failed">{`${texts.plan.impossible}: ${reasonOf(row, texts)}`}</StateLabel>
  if (ways.length < 2) {
    const [other] = candidate?.ways.flatMap(({ obstacle }) => obstacle ?? []) ?? []
    return (
      <>
        {texts.sources[source]}
        {other !== undefined && source === 'DisksOfVersion' && ` (${texts.obstacles[other]})`}
      </>
    )
  }
  return (
    <Choice
      size="small"
      aria-label={texts.plan.sourceOf(resourceLabel(id))}
      value={source}
      options={ways.map((way) => ({ value: way.source, label: texts.sources[way.source] }))}
      onChoose={(chosen) => onChoose(id, chosen)}
    />
  )
}

function reasonOf({ candidate, source }: CandidateRow, texts: ReturnType<typeof useCampaignTexts>): string {
  if (candidate === undefined) return texts.plan.gone
  if (candidate.obstacle !== undefined) return texts.obstacles[candidate.obstacle]
  if (source !== undefined) return texts.plan.noNumber
  return [...new Set(candidate.ways.flatMap(({ obstacle }) => obstacle ?? []))]
    .map((obstacle) => texts.obstacles[obstacle])
    .join('. ')
}
