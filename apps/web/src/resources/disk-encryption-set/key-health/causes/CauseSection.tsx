import { Button, makeStyles } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons'
import type { Cause } from '@portal/disk-encryption'
import { useState } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { shows } from '../../../../ui/shows.ts'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'
import { RepairDialog } from '../repair/RepairDialog.tsx'
import { RotationCommands } from '../repair/RotationCommands.tsx'
import type { KeySurvey } from '../use-key-survey.ts'
import { CauseTable } from './CauseTable.tsx'
import { SurveyStatus } from './SurveyStatus.tsx'

const useStyles = makeStyles({
  // As high before the causes are known as afterwards: what is below stays where it is.
  causes: { minHeight: '480px' },
  more: { marginTop: '8px' },
})

// as many as fit into that height
const mostAtFirst = 5

/** What keeps sets from working, by cause and key vault, each with its fix for all of its sets. */
export function CauseSection({ survey }: { survey: KeySurvey }) {
  const styles = useStyles()
  const { causes: t } = useKeyHealthTexts()
  const { number } = useFormats()
  const [areAllShown, showAll] = useState(false)
  const [chosen, setChosen] = useState<Cause>()
  const { causes, total, error } = survey
  return (
    <Section title={t.title}>
      <SurveyStatus survey={survey} />
      {error !== null && <ProblemMessage error={error} onRetry={survey.refresh} />}
      <div aria-busy={total === undefined && error === null} className={styles.causes} {...shows('causes')}>
        {total === undefined && error === null && <LoadingRows rows={7} height={48} />}
        {total !== undefined && causes.length === 0 && (
          <EmptyState icon={<CheckmarkCircleRegular />} title={t.none} advice={t.noneAdvice} />
        )}
        {causes.length > 0 && (
          <CauseTable causes={areAllShown ? causes : causes.slice(0, mostAtFirst)} onFix={setChosen} />
        )}
        {!areAllShown && causes.length > mostAtFirst && (
          <Button className={styles.more} onClick={() => showAll(true)}>
            {t.showAll(number(causes.length))}
          </Button>
        )}
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
