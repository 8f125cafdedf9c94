import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { successorId as idOfSuccessor } from '@portal/campaign'
import type { ResponseOf, startCampaignBatch } from '@portal/portal-api'
import { Fragment } from 'react'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { imageVersionPath } from '../../../paths.ts'
import { useLockNames } from '../../../patterns/protection/protection-texts.ts'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { RegionRepairButton } from '../../image-version/parts/region-repair/RegionRepairButton.tsx'
import { type ItemState, useCampaignTexts } from '../texts/campaign-texts.ts'
import type { ItemRow } from './item-rows.ts'

const useStyles = makeStyles({
  problem: { display: 'block', color: tokens.colorStatusDangerForeground1 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
})

const looks: Record<ItemState, StateLook> = {
  NotStarted: 'waiting',
  Starting: 'running',
  Creating: 'running',
  NotCreated: 'failed',
  Replicating: 'running',
  Proven: 'done',
  Different: 'failed',
  Failed: 'failed',
  Replaced: 'done',
  Revoked: 'done',
  Deleted: 'done',
}

interface ItemTableProps {
  rows: ItemRow[]
  /** what the rules refused when it was started here */
  rejected: ResponseOf<typeof startCampaignBatch>['rejected']
  isBusy: boolean
  onAgain: (item: number) => void
}

/** The versions of a campaign, old and new, each with its state and what can be done about it. */
export function ItemTable({ rows, rejected, isBusy, onAgain }: ItemTableProps) {
  const t = useCampaignTexts().campaign
  const refusalOf = ({ index }: ItemRow) => rejected.find(({ item }) => item === index)
  const isRefused = (row: ItemRow) => row.state === 'NotStarted' && refusalOf(row) !== undefined
  return (
    <DataTable
      label={t.ofVersions}
      rows={rows}
      rowKey={({ index }) => String(index)}
      isMarked={(row) => looks[row.state] === 'failed' || isRefused(row)}
      below={(row) => <Problem row={row} issues={isRefused(row) ? (refusalOf(row)?.issues ?? []) : []} />}
      columns={[
        {
          heading: t.old,
          width: '22%',
          cell: ({ item, state }) =>
            state === 'Deleted' ? (
              resourceLabel(item.predecessorId)
            ) : (
              <RouteLink href={imageVersionPath(item.predecessorId)}>{resourceLabel(item.predecessorId)}</RouteLink>
            ),
        },
        {
          heading: t.new,
          width: '22%',
          cell: ({ successorId, facts, proof }) =>
            facts.successor === undefined && proof === undefined ? (
              resourceLabel(successorId)
            ) : (
              <RouteLink href={imageVersionPath(successorId)}>{resourceLabel(successorId)}</RouteLink>
            ),
        },
        { heading: t.state, cell: (row) => <State row={row} isRefused={isRefused(row)} /> },
        {
          heading: t.action,
          width: '20%',
          cell: (row) => {
            const name = resourceLabel(row.successorId)
            if (row.state === 'NotCreated' || isRefused(row))
              return (
                <Button
                  size="small"
                  aria-label={t.againFor(name)}
                  disabledFocusable={isBusy}
                  onClick={() => onAgain(row.index)}
                >
                  {t.again}
                </Button>
              )
            const regions = row.state === 'Failed' ? (row.proof?.regions ?? []) : []
            if (regions.length === 0) return '–'
            return (
              <RegionRepairButton
                id={row.successorId}
                regions={regions.map((region) => ({ name: region, displayName: regionDisplayName(region) }))}
                size="small"
                aria-label={t.repairFor(name)}
              >
                {t.repair}
              </RegionRepairButton>
            )
          },
        },
      ]}
    />
  )
}

function State({ row: { state, proof }, isRefused }: { row: ItemRow; isRefused: boolean }) {
  const styles = useStyles()
  const t = useCampaignTexts()
  const { list, percent } = useFormats()
  const { lockLabel } = useLockNames()
  const shown = isRefused ? 'NotCreated' : state
  const regions = state === 'Failed' || state === 'Different' ? (proof?.regions ?? []) : []
  return (
    <>
      <StateLabel look={looks[shown]}>{t.states[shown]}</StateLabel>
      {state === 'Replicating' && proof !== undefined && (
        <span className={styles.quiet}>{t.campaign.progress(percent(proof.progress))}</span>
      )}
      {state !== 'Deleted' && proof?.locks !== undefined && proof.locks.length > 0 && (
        <span className={styles.quiet}>{t.campaign.locked(list(proof.locks.map(lockLabel)))}</span>
      )}
      {state === 'Different' && proof?.hasOtherSource === true && (
        <span className={styles.quiet}>{t.campaign.otherSource}</span>
      )}
      {regions.length > 0 && (
        <span className={styles.quiet}>{t.campaign.inRegions(list(regions.map(regionDisplayName)))}</span>
      )}
    </>
  )
}

/** IDs of the versions that another campaign has created in place of the same one. */
function othersOf({ predecessorId }: ItemRow['item'], issues: ProblemProps['issues']): string[] {
  const found = issues.filter(({ code }) => code === 'SuccessorExists')
  return found.map(({ params }) => idOfSuccessor({ predecessorId, name: String(params['name']) }))
}

interface ProblemProps {
  row: ItemRow
  issues: ItemTableProps['rejected'][number]['issues']
}

function Problem({ row: { state, facts, item }, issues }: ProblemProps) {
  const styles = useStyles()
  const codeText = useCodeText()
  const { error, decoded = [] } = facts
  if (issues.length > 0)
    return (
      <span className={styles.problem}>
        {issues.map(codeText).join(' ')}
        {othersOf(item, issues).map((id) => (
          <Fragment key={id}>
            {' '}
            <RouteLink href={imageVersionPath(id)}>{resourceLabel(id)}</RouteLink>
          </Fragment>
        ))}
      </span>
    )
  if (error === undefined || (state !== 'Failed' && state !== 'NotCreated')) return null
  return (
    <span className={styles.problem}>
      {decoded.map(({ code, path, params: { region, ...params } }) => (
        <span key={JSON.stringify([code, path])}>
          {codeText({
            code,
            params: { ...params, ...(region !== undefined && { region: regionDisplayName(String(region)) }) },
          })}{' '}
        </span>
      ))}
      {decoded.length === 0 && <span lang="en">{`${error.code}: ${error.message}`}</span>}
    </span>
  )
}
