import { Button, makeStyles, Subtitle2, Text, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons'
import type { PresenterCheckpoint, PresenterScript } from '@portal/portal-api'
import { usePresenterTexts } from '../../i18n/demo/use-presenter-texts.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { checkpointOf } from './checkpoint-of.ts'
import { ScriptText } from './script/ScriptText.tsx'

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', rowGap: '20px', maxWidth: '900px' },
  title: { ...typographyStyles.title3, margin: 0, overflowWrap: 'anywhere' },
  label: { margin: '0 0 4px', color: tokens.colorNeutralForeground3 },
  // As large as a glance from a step away needs, and the window has room for.
  say: { fontSize: 'clamp(20px, 2.2vw, 32px)', lineHeight: 1.4 },
  do: { fontSize: tokens.fontSizeBase400, lineHeight: '24px' },
  checkpoint: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    minHeight: '32px',
    color: tokens.colorNeutralForeground3,
  },
})

interface CurrentStepProps {
  script: PresenterScript
  step: number
  onStartAgain: () => void
}

/** What to say, large, and what to do. */
export function CurrentStep({ script, step, onStartAgain }: CurrentStepProps) {
  const styles = useStyles()
  const t = usePresenterTexts()
  const { title, say, do: toDo } = script.steps[step] ?? { title: '', say: '', do: '' }
  const checkpoint = checkpointOf(script, step)
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
      <div className={styles.checkpoint}>
        {checkpoint === undefined ? (
          <Text size={200}>{t.noCheckpoint}</Text>
        ) : (
          <>
            <Start checkpoint={checkpoint} />
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
function Start({ checkpoint: { reset, world, clock, scenario, person, page } }: { checkpoint: PresenterCheckpoint }) {
  const { startsAt, checkpoint: t } = usePresenterTexts()
  const { scenarios } = useDemoTexts()
  const { list } = useFormats()
  const parts = [
    reset === true && t.reset,
    world !== undefined && t.world(world),
    clock !== undefined && t.clock(clock),
    scenario !== undefined && t.scenario(scenarios[scenario].title),
    person,
    // The IDs of its resources are longer than they help.
    page?.split('?')[0],
  ].filter((part) => typeof part === 'string')
  return (
    <Text size={200}>
      {startsAt}: {list(parts)}
    </Text>
  )
}
