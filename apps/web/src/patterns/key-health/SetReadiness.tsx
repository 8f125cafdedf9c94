import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { DiskEncryptionSet, Readiness } from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import { setReadingQuery } from '../../api/disk-encryption-set-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { shows } from '../../ui/shows.ts'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { ConceptHelp } from '../concept-help/ConceptHelp.tsx'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import { CheckedSets } from './CheckedSets.tsx'
import { FindingList, readinessLooks } from './FindingList.tsx'
import { RepairAction } from './RepairAction.tsx'

const useStyles = makeStyles({
  readiness: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  about: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
})

interface SetReadinessProps {
  /** the names of the cells, for screen readers */
  label: string
  /** the disks and the set */
  about: string
  set: DiskEncryptionSet
  readiness: Readiness
  inventory: Inventory
  onChooseAnotherSet: () => void
  /** it had the focus when it went, because nothing is wrong any more */
  onGone: () => void
}

/** All findings about the set of some cells, each with its fix beside it. */
export function SetReadiness({ label, about, set, readiness, inventory, ...props }: SetReadinessProps) {
  const styles = useStyles()
  const t = useWizardTexts().readiness
  const note = useRef<HTMLElement>(null)
  const gone = useEffectEvent(props.onGone)
  useLayoutEffect(() => {
    const shown = note.current
    return () => {
      if (shown?.contains(document.activeElement) === true) gone()
    }
  }, [])
  const { error, isFetching, refetch } = useRead(setReadingQuery, { id: set.id })
  return (
    <section ref={note} aria-label={label} className={styles.readiness}>
      <FindingList
        findings={readiness.findings}
        regions={inventory.regions}
        repairAction={(repair) => (
          <RepairAction repair={repair} onRepair={props.onChooseAnotherSet} onMended={() => undefined} />
        )}
      />
      <div className={styles.about}>
        <Text size={200}>{about}</Text>
        <span role="status" {...(!isFetching && shows(`readiness-${readiness.state}`))}>
          <StateLabel look={isFetching ? 'running' : readinessLooks[readiness.state]}>
            <Text size={200}>{t.states[readiness.state]}</Text>
          </StateLabel>
        </span>
        <ConceptHelp concept="readiness" />
        <CheckedSets sets={[set]} state={readiness.state} />
      </div>
      {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
    </section>
  )
}
