import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { LinkVerdict } from '@portal/portal-api'
import { useFormats } from '../../i18n/formats.ts'
import { useConnectionTexts } from '../../i18n/portal/use-connection-texts.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { StateLabel, type StateLook } from '../../ui/StateLabel.tsx'
import { keyOfLink, type CheckedLink } from './checked-links.ts'
import { nameOfLink } from './connection-report.ts'
import { LinkAdvice } from './LinkAdvice.tsx'

const looks: Record<LinkVerdict, StateLook> = {
  ok: 'done',
  warning: 'warning',
  failed: 'failed',
  notReached: 'waiting',
}

const useStyles = makeStyles({
  facts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  note: { color: tokens.colorNeutralForeground3 },
})

interface Props {
  links: CheckedLink[]
  subscriptionId: string | undefined
}

/** Each step with its result, the details, what to do and its duration. */
export function LinkTable({ links, subscriptionId }: Props) {
  const t = useConnectionTexts()
  const { number } = useFormats()
  return (
    <DataTable
      label={t.links}
      rows={links}
      rowKey={keyOfLink}
      isMarked={({ verdict }) => verdict === 'failed'}
      columns={[
        { heading: t.link, width: '190px', cell: (link) => nameOfLink(link, t) },
        {
          heading: t.verdict,
          width: '130px',
          cell: ({ verdict }) => <StateLabel look={looks[verdict]}>{t.of.verdicts[verdict]}</StateLabel>,
        },
        { heading: t.seen, width: '36%', cell: (link) => <Seen link={link} /> },
        { heading: t.whatToDo, cell: (link) => <LinkAdvice link={link} subscriptionId={subscriptionId} /> },
        { heading: t.time, width: '90px', cell: ({ ms }) => (ms === 0 ? '–' : t.milliseconds(number(ms))) },
      ]}
    />
  )
}

function Seen({ link: { link, facts } }: { link: CheckedLink }) {
  const styles = useStyles()
  const t = useConnectionTexts()
  if (facts.length === 0) return <>–</>
  return (
    <div className={styles.facts}>
      {facts.map(({ name, value, expected }) => (
        <Text key={name} size={200} font="monospace">
          {name}: {value}
          {expected !== undefined && ` (${t.expected(expected)})`}
        </Text>
      ))}
      {link === 'clock' && facts.some(({ name }) => name === 'Azure Resource Manager') && (
        <Text size={200} className={styles.note}>
          {t.azureTime}
        </Text>
      )}
    </div>
  )
}
