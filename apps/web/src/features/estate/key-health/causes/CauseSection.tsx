import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons'
import type { Cause } from '@portal/disk-encryption'
import { useState } from 'react'
import { useKeyHealthTexts } from '../../../../i18n/estate/use-key-health-texts.ts'
import { useBrowseTexts } from '../../../../i18n/galleries/use-browse-texts.ts'
import { ProblemMessage } from '../../../../parts/problem/ProblemMessage.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { shows } from '../../../../ui/marks/shows.ts'
import { Section } from '../../../../ui/Section.tsx'
import { RepairDialog } from '../repair/RepairDialog.tsx'
import { RotationCommands } from '../repair/RotationCommands.tsx'
import type { KeySurvey } from '../use-key-survey.ts'
import { CauseTable } from './CauseTable.tsx'
import { SurveyStatus } from './SurveyStatus.tsx'

const useStyles = makeStyles({
  // As high before the causes are known as afterwards, however many there are: the list below stays where it is.
  causes: {
    height: '440px',
    overflowY: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 639px)': { height: 'auto', minHeight: '440px' },
    '@media print': { height: 'auto', overflowY: 'visible' },
  },
})

/** What keeps sets from working, by cause and key vault, each with its fix for all of its sets. */
export function CauseSection({ survey }: { survey: KeySurvey }) {
  const styles = useStyles()
  const { causes: t } = useKeyHealthTexts()
  const { scrollable } = useBrowseTexts()
  const [chosen, setChosen] = useState<Cause>()
  const { causes, total, error } = survey
  return (
    <Section title={t.title}>
      <SurveyStatus survey={survey} />
      {error !== null && <ProblemMessage error={error} onRetry={survey.refresh} />}
      <div
        role="group"
        aria-label={scrollable(t.title)}
        aria-busy={total === undefined && error === null}
        // Keyboard users scroll it with the arrow keys.
        tabIndex={0}
        className={styles.causes}
        {...shows('causes')}
      >
        {total === undefined && error === null && <LoadingRows rows={7} height={48} />}
        {total !== undefined && causes.length === 0 && (
          <EmptyState icon={<CheckmarkCircleRegular />} title={t.none} advice={t.noneAdvice} />
        )}
        {causes.length > 0 && <CauseTable causes={causes} onFix={setChosen} />}
      </div>
      {chosen &&
        (chosen.sets[0]?.repair?.action === 'setRotationPolicy' ? (
          <RotationCommands cause={chosen} onClose={() => setChosen(undefined)} />
        ) : (
          <RepairDialog
            cause={chosen}
            onClose={(changed) => {
              setChosen(undefined)
              if (changed.length > 0) survey.readAgain(changed)
            }}
          />
        ))}
    </Section>
  )
}
