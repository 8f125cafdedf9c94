import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { tryParseResourceId, type RehearsalReport, type RehearsedAct } from '@portal/portal-api'
import type { ReactNode } from 'react'
import { useFormats } from '../../i18n/formats.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { FactList } from '../../ui/FactList.tsx'
import { Message } from '../../ui/Message.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { useHistoryTexts } from '../recorded-changes/history-texts.ts'
import { propertyName } from '../recorded-changes/property-name.ts'
import { useChangeWords } from '../recorded-changes/use-change-texts.ts'
import { regionDisplayName } from '../resource/region-display-name.ts'
import { resourceLabel } from '../resource/resource-label.ts'
import { draftOfAct, type ActDraft } from './draft-of-act.ts'
import { useRehearsalTexts } from './rehearsal-texts.ts'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular } })

interface RehearsedActsProps {
  report: RehearsalReport
  /** what can be done with the draft of an act, named as in its row; without it, there is nothing */
  onDraft?: (draft: ActDraft, name: string) => ReactNode
}

/** What was done in a rehearsal and what came of it: a sentence, then each act in order. */
export function RehearsedActs({ report, onDraft }: RehearsedActsProps) {
  const styles = useStyles()
  const t = useRehearsalTexts()
  const { dateTime, duration } = useFormats()
  const actText = useActText()
  const rows = withGaps(report)
  return (
    <>
      <Text weight="semibold">{t.period(report.estate, dateTime(report.from), dateTime(report.until))}</Text>
      <Outcome report={report} />
      {report.isCut && <Message intent="info">{t.isCut}</Message>}
      {rows.length === 0 ? (
        <Text>{t.none}</Text>
      ) : (
        <DataTable
          label={t.acts}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              heading: t.act,
              cell: ({ act, passed }) => {
                const { what, details } = actText(act)
                const lines = passed < shortestGap ? details : [t.passed(duration(passed)), ...details]
                return (
                  <Stack as="span" gap="XXS">
                    {what}
                    {lines.map((line) => (
                      <Text key={line} size={200} className={styles.quiet}>
                        {line}
                      </Text>
                    ))}
                  </Stack>
                )
              },
            },
            { heading: t.time, cell: ({ act }) => dateTime(act.at), width: '120px' },
            { heading: t.by, cell: ({ act }) => act.by, width: '170px' },
            {
              heading: t.outcome,
              cell: ({ act }) => <StateLabel look={looks[act.outcome]}>{t.outcomes[act.outcome]}</StateLabel>,
              width: '130px',
            },
          ]}
          below={({ act }) => {
            const draft = onDraft && draftOfAct(act)
            return draft ? onDraft(draft, actText(act).what) : null
          }}
        />
      )}
    </>
  )
}

// Less is the time that people and Azure need for what they do.
const shortestGap = 10 * 60_000

/** The acts, each with the time since the one before, in ms. */
function withGaps({ acts, from }: RehearsalReport): { key: string; act: RehearsedAct; passed: number }[] {
  return acts.map((act, index) => ({
    key: `${index}`,
    act,
    passed: Date.parse(act.at) - Date.parse(acts[index - 1]?.at ?? from),
  }))
}

const looks = { Succeeded: 'done', Failed: 'failed', InProgress: 'running' } as const

const versionType = 'microsoft.compute/galleries/images/versions'

/** The sentence at the top, and the names behind its numbers. */
function Outcome({ report: { acts, stopped, stopping, latest } }: { report: RehearsalReport }) {
  const t = useRehearsalTexts()
  const { number } = useFormats()
  const names = useNames()
  const scaleSets = [...new Set(latest.flatMap((each) => each.scaleSets))]
  const versions = (done: RehearsedAct['done']) => [
    ...new Set(acts.flatMap((act) => (act.done === done && act.type.toLowerCase() === versionType ? act.ids : []))),
  ]
  const some = (facts: [string, readonly string[]][]) => facts.filter(([, ids]) => ids.length > 0)
  const grave = some([
    [t.stopped, stopped],
    [t.stopping, stopping],
    [t.following, scaleSets],
  ])
  const counted = [
    ...grave,
    ...some([
      [t.created, versions('Create')],
      [t.deleted, versions('Delete')],
    ]),
  ]
  const sentence = counted.map(([label, ids]) => t.doneTo(label, number(ids.length))).join(' · ')
  const facts = grave.map(([label, ids]): [string, string] => [label, names(ids)])
  const latestLines = latest.map(({ definitionId, region, before, now }) =>
    t.latestOf(
      resourceLabel(definitionId),
      regionDisplayName(region),
      t.changed(before ?? t.noVersion, now ?? t.noVersion),
    ),
  )
  return (
    <>
      <Message intent={grave.length > 0 ? 'warning' : 'info'}>{sentence === '' ? t.unchanged : sentence}</Message>
      <FactList facts={latestLines.length === 0 ? facts : [...facts, [t.latest, latestLines.join('; ')]]} />
    </>
  )
}

const mostNames = 8

function useNames(): (ids: readonly string[]) => string {
  const t = useRehearsalTexts()
  const { list, number } = useFormats()
  return (ids) => {
    const more = ids.length - mostNames
    return list([...ids.slice(0, mostNames).map(nameOf), ...(more > 0 ? [t.more(number(more))] : [])])
  }
}

/** The name of a resource; of a key's version that of the key, with its vault. */
function nameOf(id: string): string {
  const { names = [], types = [] } = tryParseResourceId(id) ?? {}
  return types[1]?.toLowerCase() === 'keys' ? names.slice(0, 2).join('/') : resourceLabel(id)
}

const mostChanges = 4

/** What an act was, and the properties that it changed. */
function useActText(): (act: RehearsedAct) => { what: string; details: string[] } {
  const t = useRehearsalTexts()
  const history = useHistoryTexts()
  const { kind, value } = useChangeWords()
  const { number } = useFormats()
  const names = useNames()
  return (act) => {
    const { done, ids, type, changes, message } = act
    const failure = message === undefined ? [] : [message]
    const draft = draftOfAct(act)
    if (draft?.of === 'cleanUp') return { what: t.doneTo(t.cleanUp, draft.cleanUp.rule.name), details: failure }
    if (draft?.of === 'campaign')
      return { what: t.doneTo(t.campaign, number(draft.campaign.items.length)), details: failure }
    if (done === 'Deploy') return { what: t.doneTo(t.deployment, names(ids)), details: failure }
    const [enabled] = changes.flatMap(([path, , after]) => (path === 'properties.attributes.enabled' ? [after] : []))
    if (enabled !== undefined)
      return { what: t.doneTo(enabled === 'true' ? t.keyEnabled : t.keyDisabled, names(ids)), details: failure }
    const [power] = changes.flatMap(([path, , after]) => (path === 'power' ? [after] : []))
    if (power !== undefined && done === 'Update')
      return { what: t.doneTo(power === 'running' ? t.machineStarted : t.machineStopped, names(ids)), details: failure }
    const named = kind(ids[0] ?? '') || (type.split('/').at(-1) ?? type)
    const lines = changes
      .slice(0, mostChanges)
      .map(([path, before, after]) =>
        t.doneTo(propertyName(path, history.properties), t.changed(value(before ?? ''), value(after ?? ''))),
      )
    const more = changes.length - mostChanges
    return {
      what: t.doneTo(t.kindDone(named, history.changeTypes[done].toLowerCase()), names(ids)),
      details: [...failure, ...lines, ...(more > 0 ? [history.moreProperties(number(more))] : [])],
    }
  }
}
