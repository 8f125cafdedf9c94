import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { DiskEncryptionSet, Inventory, Readiness } from '@portal/image-version'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { setReadingQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { shows } from '../../ui/marks/shows.ts'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { ConceptHelp } from '../concept-help/ConceptHelp.tsx'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { CheckedSets } from './CheckedSets.tsx'
import { FindingList, readinessLooks } from './FindingList.tsx'
import { RepairAction } from './RepairAction.tsx'

const useStyles = makeStyles({
  readiness: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM, margin: 0 },
  state: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXXS },
})

interface SetReadinessProps {
  /** the name of the cell */
  label: string
  set: DiskEncryptionSet
  /** of the set, as its cell shows it */
  name: string
  readiness: Readiness
  inventory: Inventory
  onChooseAnotherSet: () => void
}

/** All findings about the set of a cell, each with its fix. */
export function SetReadiness({ label, name, set, readiness, inventory, onChooseAnotherSet }: SetReadinessProps) {
  const styles = useStyles()
  const texts = useWizardTexts()
  const t = texts.readiness
  const user = useSignedIn()
  const panel = useRef<HTMLElement>(null)
  const [mended, setMended] = useState(false)
  const { error, isFetching, refetch } = useQuery(setReadingQuery(user, set.id))
  return (
    <section ref={panel} aria-label={label} tabIndex={-1} className={styles.readiness}>
      <div className={styles.top}>
        <Text size={200}>{label}</Text>
        <CheckedSets sets={[set]} state={readiness.state} />
      </div>
      <p className={styles.head}>
        <span className={styles.state}>
          <span role="status" {...(!isFetching && shows(`readiness-${readiness.state}`))}>
            <StateLabel look={isFetching ? 'running' : readinessLooks[readiness.state]}>
              {t.states[readiness.state]}
            </StateLabel>
          </span>
          <ConceptHelp concept="readiness" />
        </span>
        <Text weight="semibold">{name}</Text>
        <Text size={200}>{texts.wizard.encryption.keyOf(set.keyVaultName, set.keyName)}</Text>
      </p>
      {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
      {readiness.findings.length === 0 ? (
        <Text>{t.allRight}</Text>
      ) : (
        <FindingList
          findings={readiness.findings}
          regions={inventory.regions}
          repairAction={(repair) => (
            <RepairAction
              repair={repair}
              onRepair={onChooseAnotherSet}
              onMended={() => {
                setMended(true)
                panel.current?.focus()
              }}
            />
          )}
        />
      )}
      <Text role="status">{mended && isFetching ? t.mended : ''}</Text>
    </section>
  )
}
