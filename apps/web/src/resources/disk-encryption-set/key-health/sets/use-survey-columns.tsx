import { diskEncryptionSetPath, keyImpactPath } from '../../../../paths.ts'
import { KeyHealthLabel } from '../../../../patterns/key-health/KeyHealthLabel.tsx'
import type { ListColumns } from '../../../../patterns/list/list-column.ts'
import { CellSkeleton } from '../../../../patterns/list/ListRow.tsx'
import { NamedRow } from '../../../../patterns/list/NamedRow.tsx'
import { useBrowseTexts } from '../../../../patterns/list/texts/use-browse-texts.ts'
import { TwoLines } from '../../../../patterns/list/TwoLines.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import type { KnownSet } from '../../parts/surveyed-row.ts'
import { useKeyHealthTexts } from '../../texts/use-key-health-texts.ts'
import { useKnownSoFar, useRowKnowledge, type SurveyRow } from '../use-row-knowledge.ts'
import { useKeyTexts } from './use-key-texts.ts'

/** The columns of all sets. What is about the key itself is read once its row is in view. */
export function useSurveyColumns(): ListColumns<SurveyRow, 'health'> {
  const { sets: t, causes } = useKeyHealthTexts()
  const { sets } = useBrowseTexts()
  const { states } = useWizardTexts().readiness
  const known = useKnownSoFar()
  const texts = useKeyTexts()
  const twoLines = (lines: (known: KnownSet, row: SurveyRow) => [string, string]) => ({
    text: (row: SurveyRow) =>
      lines(known(row), row)
        .filter((line) => line !== '')
        .join(' / '),
    cell: (row: SurveyRow, isInView: boolean) => <KnownCell row={row} isInView={isInView} lines={lines} />,
  })
  return [
    {
      heading: t.set,
      width: [210, 1.6],
      text: ({ name }) => name,
      cell: ({ id, name, provisioningState }) => (
        <NamedRow href={diskEncryptionSetPath(id)} name={name} state={provisioningState} />
      ),
    },
    {
      heading: t.health,
      width: [180, 1.4],
      text: (row) => {
        const { state, findings } = known(row)
        const worst = findings.find((finding) => finding.state === state)
        const cause = worst && state !== 'ready' ? causes.names[worst.code] : undefined
        return [state === undefined ? t.keyNotRead : states[state], cause].filter(Boolean).join(': ')
      },
      cell: (row, isInView) => <HealthCell row={row} isInView={isInView} />,
    },
    {
      heading: sets.key,
      width: [130, 1.1],
      text: ({ keyVaultName, keyName }) => `${keyVaultName} / ${keyName}`,
      cell: ({ keyVaultName, keyName }) => <TwoLines first={keyVaultName} second={keyName} />,
    },
    {
      heading: t.rotation,
      width: [150, 1.2],
      goesAs: 2,
      ...twoLines(({ facts }, { rotationToLatestKeyVersionEnabled: isAutomatic }) => [
        t.ofSet[isAutomatic ? 'automatic' : 'manual'],
        texts.rotation(facts?.key),
      ]),
    },
    {
      heading: t.expiry,
      width: [110, 0.8],
      ...twoLines(({ facts }, { now }) => texts.expiry(facts?.key, now)),
    },
    {
      heading: t.lastRotation,
      width: [115, 0.7],
      goesAs: 3,
      ...twoLines(({ facts }) => [texts.lastRotation(facts), '']),
    },
    {
      heading: t.vault,
      width: [160, 1.2],
      goesAs: 1,
      ...twoLines(({ facts }) => texts.vault(facts)),
    },
    {
      heading: t.impact,
      width: [76, 0],
      text: () => '',
      cell: ({ id, name }) => (
        <span role="group" aria-label={causes.impactOf(name)}>
          <RouteLink href={keyImpactPath({ set: id })}>{t.show}</RouteLink>
        </span>
      ),
    },
  ]
}

interface CellProps {
  row: SurveyRow
  isInView: boolean
}

function HealthCell({ row, isInView }: CellProps) {
  const { sets: t } = useKeyHealthTexts()
  const { state, findings, isReading } = useRowKnowledge(row, isInView)
  if (isReading) return <CellSkeleton />
  if (state === undefined) return <StateLabel look="unknown">{t.keyNotRead}</StateLabel>
  return <KeyHealthLabel health={{ state, finding: state === 'ready' ? undefined : findings[0] }} />
}

function KnownCell({
  row,
  isInView,
  lines,
}: CellProps & { lines: (known: KnownSet, row: SurveyRow) => [string, string] }) {
  const known = useRowKnowledge(row, isInView)
  const [first, second] = lines(known, row)
  return second === '' ? <span>{first}</span> : <TwoLines first={first} second={second} />
}
