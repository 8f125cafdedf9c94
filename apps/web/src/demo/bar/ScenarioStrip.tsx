import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular, PreviousRegular } from '@fluentui/react-icons'
import type { Scenario } from '@portal/portal-api'
import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { demoPanelPath, demoStartPath } from '../../paths.ts'
import { RouteButton } from '../../ui/RouteLink.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { begunBy } from '../beginning.ts'
import { type ScenarioProgress, chooseScenario, goToScenarioStep, scenarioStepSeen } from '../chosen-scenario.ts'
import { scenarioSteps } from '../steps/scenario-steps.ts'
import { type Sign, isSeen } from '../steps/sign.ts'
import type { StepAct } from '../steps/step-act.ts'
import { watchScreen } from '../steps/watch-screen.ts'
import { useDemoTexts } from '../texts/demo-texts.ts'

const narrow = '@media (max-width: 999px)'

const useStyles = makeStyles({
  // Below the bar, as high as first-paint.css says: the page is below it, and never under it.
  strip: {
    position: 'absolute',
    top: '100%',
    insetInline: 0,
    height: '72px',
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalXL,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: {
      height: '100px',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      columnGap: tokens.spacingHorizontalS,
      paddingLeft: tokens.spacingHorizontalM,
      paddingRight: tokens.spacingHorizontalM,
    },
  },
  part: { display: 'flex', flexDirection: 'column', overflow: 'hidden', maxHeight: '100%' },
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '20px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  title: { overflow: 'hidden', textOverflow: 'ellipsis' },
  text: { lineHeight: '16px' },
  // In a narrow window what will be seen follows once it is seen; the page of scenarios has it too.
  see: { [narrow]: { display: 'none' } },
  actions: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    [narrow]: { flexDirection: 'column', alignItems: 'end', rowGap: tokens.spacingVerticalXS },
  },
})

interface ScenarioStripProps {
  scenario: Scenario
  progress: ScenarioProgress
  /** an act is on its way, of this step or an earlier one */
  isBusy: boolean
  /** does what the demo does in a step; `onDone` if it could be done */
  onAct: (act: StepAct, onDone: () => void) => void
}

/** The step of the scenario that is being tried: what to do, what will be seen, and whether it was. */
export function ScenarioStrip({ scenario, progress, isBusy, onAct }: ScenarioStripProps) {
  const styles = useStyles()
  const { scenario: t, scenarios } = useDemoTexts()
  const [, navigate] = useLocation()
  const { title, steps } = scenarios[scenario.id]
  const at = Math.min(progress.step, steps.length - 1)
  const [text, step] = [steps[at] ?? steps[0], scenarioSteps[scenario.id][at] ?? scenarioSteps[scenario.id][0]]
  const { act, leadsOn = false } = step
  const isLast = at === steps.length - 1
  const isOnScreen = useSeen(step.seen)
  const seen = progress.seen || isOnScreen
  useEffect(() => {
    if (isOnScreen) scenarioStepSeen()
  }, [isOnScreen])
  const next = () => goToScenarioStep(at + 1)
  return (
    <section className={styles.strip} aria-label={t.label(title)}>
      <div className={styles.part}>
        <span className={styles.head}>
          <Text size={200} weight="semibold" className={styles.title}>
            {t.step(title, at + 1, steps.length)}
          </Text>
        </span>
        <Text size={200} className={styles.text}>
          <b>{t.do}:</b> {text.do}
        </Text>
      </div>
      <div className={`${styles.part} ${styles.see}`}>
        <span className={styles.head} />
        <Text size={200} className={styles.text}>
          <b>{t.see}:</b> {text.see}
        </Text>
      </div>
      <div className={styles.actions}>
        <Text size={200} role="status">
          {seen && <StateLabel look="done">{t.seen}</StateLabel>}
        </Text>
        {act !== undefined && (
          <Button
            size="small"
            appearance={leadsOn || !seen ? 'primary' : 'secondary'}
            disabledFocusable={isBusy}
            onClick={() => onAct(act, leadsOn ? next : () => {})}
          >
            {t.acts[act]}
          </Button>
        )}
        {!isLast && !leadsOn && (
          <Button size="small" appearance={seen ? 'primary' : 'secondary'} onClick={next}>
            {t.next}
          </Button>
        )}
        {isLast && seen && (
          <RouteButton href={demoPanelPath} size="small" appearance="primary">
            {t.another}
          </RouteButton>
        )}
        <Stack as="span" row gap="XS">
          <Button
            size="small"
            appearance="subtle"
            icon={<PreviousRegular />}
            aria-label={t.again}
            title={t.again}
            onClick={() => navigate(demoStartPath(scenario.id), { state: begunBy('portal') })}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={t.close}
            title={t.close}
            onClick={() => chooseScenario(undefined)}
          />
        </Stack>
      </div>
    </section>
  )
}

/** Whether the page shows the sign; looked at after each change of the page. */
function useSeen(sign: Sign): boolean {
  const [path] = useLocation()
  const search = useSearch()
  const [seen, setSeen] = useState(false)
  useEffect(() => watchScreen(() => setSeen(isSeen(sign, path, search))), [sign, path, search])
  return seen
}
