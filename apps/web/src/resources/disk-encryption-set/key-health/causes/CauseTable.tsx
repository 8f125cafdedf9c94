import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Cause } from '@portal/disk-encryption'
import { useFormats } from '../../../../i18n/formats.ts'
import { diskEncryptionSetPath, keyImpactPath } from '../../../../paths.ts'
import { readinessLooks } from '../../../../patterns/key-health/FindingList.tsx'
import { AzurePortalLink } from '../../../../patterns/resource/AzurePortalLink.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content', minHeight: '24px' },
  sets: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    margin: 0,
    'summary ~ &': { marginBlock: tokens.spacingVerticalS },
    padding: 0,
    listStyle: 'none',
  },
  // Links below each other are far enough apart for a finger.
  set: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px' },
})

const mostListed = 20

/** The causes, the worst first: the sets of each, and what can be done about all of them. */
export function CauseTable({ causes, onFix }: { causes: Cause[]; onFix: (cause: Cause) => void }) {
  const { causes: t } = useKeyHealthTexts()
  const { states } = useWizardTexts().readiness
  return (
    <DataTable
      label={t.title}
      columns={[
        {
          heading: t.cause,
          cell: ({ state, code }) => (
            <span title={states[state]}>
              <StateLabel look={readinessLooks[state]}>{t.names[code] ?? code}</StateLabel>
            </span>
          ),
        },
        { heading: t.vault, cell: ({ keyVaultName }) => keyVaultName },
        { heading: t.sets, width: '34%', cell: (cause) => <CauseSets cause={cause} /> },
        { heading: t.solution, width: '24%', cell: (cause) => <Solution cause={cause} onFix={() => onFix(cause)} /> },
      ]}
      rows={causes}
      rowKey={({ id }) => id}
    />
  )
}

function CauseSets({ cause: { sets } }: { cause: Cause }) {
  const styles = useStyles()
  const { causes: t } = useKeyHealthTexts()
  const { number } = useFormats()
  const list = (
    <ul className={styles.sets}>
      {sets.slice(0, mostListed).map(({ id, name }) => (
        <li key={id} className={styles.set}>
          <RouteLink href={diskEncryptionSetPath(id)}>{name}</RouteLink>
          <span aria-label={t.impactOf(name)} role="group">
            <RouteLink href={keyImpactPath({ set: id })}>{t.impact}</RouteLink>
          </span>
        </li>
      ))}
    </ul>
  )
  if (sets.length === 1) return list
  return (
    <details>
      <summary className={styles.summary}>{t.count(sets.length, number(sets.length))}</summary>
      {list}
      {sets.length > mostListed && <Text>{t.more(number(sets.length - mostListed))}</Text>}
    </details>
  )
}

/** A repair of all sets at once where the portal can make it, otherwise where it is made. */
function Solution({ cause: { sets }, onFix }: { cause: Cause; onFix: () => void }) {
  const { causes: t } = useKeyHealthTexts()
  const { repairs } = useWizardTexts().readiness
  const { number } = useFormats()
  const repair = sets[0]?.repair
  switch (repair?.action) {
    case 'grantKeyAccess':
    case 'enablePurgeProtection':
    case 'allowTrustedServices':
      return (
        <Button appearance={sets.length > 1 ? 'primary' : 'secondary'} onClick={onFix}>
          {t.fix(sets.length, number(sets.length))}
        </Button>
      )
    case 'setRotationPolicy':
      return <Button onClick={onFix}>{t.commands}</Button>
    case 'openInPortal':
      if (sets.some((set) => set.repair?.action !== 'openInPortal' || set.repair.resourceId !== repair.resourceId))
        return <Text>{t.onSetPage}</Text>
      return <AzurePortalLink id={repair.resourceId}>{repairs.openInPortal}</AzurePortalLink>
    default:
      return <Text>{t.onSetPage}</Text>
  }
}
