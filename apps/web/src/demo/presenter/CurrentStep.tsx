import { Button, makeStyles, Subtitle2, Text, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons'
import type { Person, PresenterCheckpoint, PresenterScript } from '@portal/portal-api'
import { useTexts } from '../../i18n/language.ts'
import { movedTo, paths } from '../../paths.ts'
import { personOfName } from '../presenting/demo-person.ts'
import { scenarioSteps } from '../steps/scenario-steps.ts'
import { useDemoTexts } from '../texts/demo-texts.ts'
import { usePresenterTexts } from '../texts/presenter-texts.ts'
import { checkpointOf } from './checkpoint-of.ts'
import { ScriptText } from './script/ScriptText.tsx'
import type { Audience } from './use-audience.ts'

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', rowGap: '12px', maxWidth: '900px' },
  title: { ...typographyStyles.title3, margin: 0, overflowWrap: 'anywhere' },
  label: { margin: '0 0 4px', color: tokens.colorNeutralForeground3 },
  // As large as a glance from a step away needs, and the window has room for.
  say: { fontSize: 'clamp(18px, 2vw, 32px)', lineHeight: 1.4 },
  do: { fontSize: tokens.fontSizeBase400, lineHeight: '24px' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    color: tokens.colorNeutralForeground3,
    '&:empty': { display: 'none' },
  },
})

interface CurrentStepProps {
  script: PresenterScript
  step: number
  audience: Audience
  onStartAgain: () => void
}

/** What to say, large, and what to do. */
export function CurrentStep({ script, step, audience, onStartAgain }: CurrentStepProps) {
  const styles = useStyles()
  const t = usePresenterTexts()
  const { scenario: demo } = useDemoTexts()
  const { title, say, do: toDo } = script.steps[step] ?? { title: '', say: '', do: '' }
  const checkpoint = checkpointOf(script, step)
  const scenario = checkpoint?.scenario
  const acts = scenario === undefined ? [] : scenarioSteps[scenario].flatMap(({ act }) => act ?? [])
  return (
    <div className={styles.step}>
      <h2 className={styles.title} lang={script.language}>
        {title}
      </h2>
      <section>
        <Subtitle2 as="h3" block className={styles.label}>
          {t.say}
        </Subtitle2>
        <div lang={script.language}>
          <ScriptText text={say} className={styles.say} />
        </div>
      </section>
      <section>
        <Subtitle2 as="h3" block className={styles.label}>
          {t.do}
        </Subtitle2>
        <div lang={script.language}>
          <ScriptText text={toDo} className={styles.do} />
        </div>
      </section>
      <div className={styles.row}>
        {scenario !== undefined &&
          [...new Set(acts)].map((act) => (
            <Button
              key={act}
              disabledFocusable={!audience.isConnected || audience.isBusy}
              onClick={() => audience.send({ type: 'act', act, scenario })}
            >
              {demo.acts[act]}
            </Button>
          ))}
      </div>
      <div className={styles.row}>
        {checkpoint === undefined ? (
          <Text size={200}>{t.noCheckpoint}</Text>
        ) : (
          <>
            <Start checkpoint={checkpoint} people={audience.seen?.world.people ?? []} />
            <Button size="small" icon={<ArrowClockwiseRegular />} onClick={onStartAgain}>
              {t.startAgain}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

/** The state in which the step starts, in words. */
function Start({ checkpoint, people }: { checkpoint: PresenterCheckpoint; people: readonly Person[] }) {
  const { reset, world, clock, scenario, person, page } = checkpoint
  const { startsAt, checkpoint: t } = usePresenterTexts()
  const { scenarios } = useDemoTexts()
  const pageName = usePageName()
  const parts = [
    reset === true && t.reset,
    world !== undefined && t.world(world),
    clock !== undefined && t.clock(clock),
    scenario !== undefined && t.scenario(scenarios[scenario].title),
    person !== undefined && (personOfName(people, person)?.displayName ?? person),
    page !== undefined && pageName(page),
  ].filter((part) => typeof part === 'string')
  return (
    <Text size={200}>
      {startsAt}: {parts.join(' · ')}
    </Text>
  )
}

/** The name of the page at an address, as the navigation has it; otherwise its path: IDs are longer than they help. */
function usePageName(): (page: string) => string {
  const { sections, views } = useTexts().shell
  const names: Partial<Record<string, string>> = { ...sections, ...views }
  return (page) => {
    const [given = ''] = page.split('?')
    const path = movedTo(given, new URLSearchParams()) ?? given
    const [name = ''] = Object.entries(paths).find(([, at]) => at === path) ?? []
    return names[name] ?? path
  }
}
