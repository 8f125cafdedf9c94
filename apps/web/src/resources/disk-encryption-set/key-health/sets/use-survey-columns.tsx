import { type FactsSoFar, type KeyFacts, keyRotationOf } from '@portal/disk-encryption'
import { useFormats } from '../../../../i18n/formats.ts'
import { diskEncryptionSetPath, keyImpactPath } from '../../../../paths.ts'
import { KeyHealthLabel } from '../../../../patterns/key-health/KeyHealthLabel.tsx'
import type { ListColumns } from '../../../../patterns/list/list-column.ts'
import { CellSkeleton } from '../../../../patterns/list/ListRow.tsx'
import { useNameColumn } from '../../../../patterns/list/NamedRow.tsx'
import { useBrowseTexts } from '../../../../patterns/list/texts/browse-texts.ts'
import { TwoLines } from '../../../../patterns/list/TwoLines.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { type KnownSet, daysLeft } from '../../parts/surveyed-row.ts'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'
import { useKnownSoFar, useRowKnowledge, type SurveyRow } from '../KnownRow.tsx'

/** The columns of all sets. What is about the key itself is read once its row is in view. */
export function useSurveyColumns(): ListColumns<SurveyRow, 'health'> {
  const { sets: t, causes } = useKeyHealthTexts()
  const { sort: _, ...named } = useNameColumn(diskEncryptionSetPath)
  const { sets } = useBrowseTexts()
  const { states } = useWizardTexts().readiness
  const known = useKnownSoFar()
  const texts = useKeyTexts()
  const twoLines = (lines: (known: KnownSet, row: SurveyRow) => [string, string]) => ({
    text: (row: SurveyRow) =>
      lines(known(row), row)
        .filter((line) => line !== '')
        .join(' / '),
    cell: (row: SurveyRow) => <KnownCell row={row} lines={lines} />,
  })
  return [
    { ...named, heading: t.set, width: [210, 1.6] },
    {
      heading: t.health,
      width: [180, 1.4],
      text: (row) => {
        const { state, findings } = known(row)
        const worst = findings.find((finding) => finding.state === state)
        const cause = worst && state !== 'ready' ? causes.names[worst.code] : undefined
        return [state === undefined ? t.keyNotRead : states[state], cause].filter(Boolean).join(': ')
      },
      cell: () => <HealthCell />,
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

function HealthCell() {
  const { sets: t } = useKeyHealthTexts()
  const { state, findings, isReading } = useRowKnowledge()
  if (isReading) return <CellSkeleton />
  if (state === undefined) return <StateLabel look="unknown">{t.keyNotRead}</StateLabel>
  return <KeyHealthLabel health={{ state, finding: state === 'ready' ? undefined : findings[0] }} />
}

interface KnownCellProps {
  row: SurveyRow
  lines: (known: KnownSet, row: SurveyRow) => [string, string]
}

function KnownCell({ row, lines }: KnownCellProps) {
  const [first, second] = lines(useRowKnowledge(), row)
  return second === '' ? <span>{first}</span> : <TwoLines first={first} second={second} />
}

/** How the facts about keys and vaults are written in the list of sets; the second line of a cell can be ''. */
function useKeyTexts() {
  const { sets: t } = useKeyHealthTexts()
  const { number, date, calendarDuration } = useFormats()

  function rotation(key: FactsSoFar['key']): string {
    if (key === undefined) return t.ofKey.notRead
    if (typeof key === 'string') return t.ofKey.unreadable
    const kind = keyRotationOf(key)
    return kind === 'rotates' ? ofRotating(key) : t.ofKey[kind]
  }

  function ofRotating({ rotationPolicy }: KeyFacts): string {
    const { timeAfterCreate, timeBeforeExpiry = '' } =
      (rotationPolicy === 'unreadable' ? undefined : rotationPolicy.rotate) ?? {}
    return timeAfterCreate === undefined
      ? t.ofKey.beforeExpiry(calendarDuration(timeBeforeExpiry))
      : t.ofKey.rotates(calendarDuration(timeAfterCreate))
  }

  function expiry(key: FactsSoFar['key'], now: string): [string, string] {
    if (key === undefined) return [t.keyNotRead, '']
    if (typeof key === 'string') return [t.unknown, '']
    const days = daysLeft(key, now)
    if (days === undefined || key.expires === undefined) return [t.noExpiry, '']
    return [date(key.expires), days < 0 ? t.expired : t.days(days, number(days))]
  }

  function vault(facts: FactsSoFar | undefined): [string, string] {
    if (facts === undefined) return [t.unknown, '']
    if (typeof facts.vault === 'string') return [t.vaultStates[facts.vault], '']
    const { softDelete, purgeProtection, firewall } = facts.vault
    const access = facts.keyAccess === 'unreadable' ? [] : [accessOf(facts.keyAccess.type)]
    return [t.protections[softDelete && purgeProtection ? 'on' : 'off'], [...access, t.firewalls[firewall]].join(' · ')]
  }

  function accessOf(type: 'RoleAssignments' | 'AccessPolicies'): string {
    return t.access[type === 'RoleAssignments' ? 'roles' : 'policies']
  }

  return {
    rotation,
    expiry,
    vault,
    lastRotation: (facts: FactsSoFar | undefined) =>
      facts?.lastKeyRotationTimestamp === undefined ? t.notReported : date(facts.lastKeyRotationTimestamp),
  }
}
