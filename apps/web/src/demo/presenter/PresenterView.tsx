import { makeStyles, tokens } from '@fluentui/react-components'
import type { PresenterScript } from '@portal/portal-api'
import { useEffect, useRef, useEffectEvent } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Message } from '../../ui/Message.tsx'
import { usePresenterTexts } from '../texts/presenter-texts.ts'
import { AudiencePanel } from './AudiencePanel.tsx'
import { checkpointOf } from './checkpoint-of.ts'
import { CurrentStep } from './CurrentStep.tsx'
import { PresenterHead } from './PresenterHead.tsx'
import type { ScriptFault } from './script/parse-script.ts'
import { StepButtons } from './StepButtons.tsx'
import { StepList } from './StepList.tsx'
import { useAudience, type Audience } from './use-audience.ts'
import { usePresentation, type Presentation } from './use-presentation.ts'

// One column in a narrow or low window, which scrolls as a whole, and on paper, which has the step alone.
const wide = '@media screen and (min-width: 800px) and (min-height: 500px)'

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    boxSizing: 'border-box',
    [wide]: { height: '100vh' },
  },
  body: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    [wide]: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 328px', gridTemplateRows: 'minmax(0, 1fr)' },
  },
  stage: { display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 },
  text: { flexGrow: 1, padding: '16px', [wide]: { padding: '16px 24px 24px', minHeight: 0, overflowY: 'auto' } },
  aside: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '16px',
    padding: '16px',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media print': { display: 'none' },
    [wide]: { minHeight: 0, overflowY: 'auto', borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  },
})

/** A script beside the window that the audience sees. */
export function PresenterView({ pairing }: { pairing: string }) {
  const styles = useStyles()
  const t = usePresenterTexts()
  const { product } = useTexts()
  const presentation = usePresentation()
  const audience = useAudience(pairing)
  const script = presentation.read?.script
  useEffect(() => {
    document.title = `${t.title} · ${product}`
  }, [t.title, product])
  return (
    <div className={styles.view}>
      <PresenterHead presentation={presentation} />
      <div className={styles.body}>
        {presentation.read === undefined ? (
          <div className={styles.text}>
            <LoadingRows rows={6} height={48} />
          </div>
        ) : script === undefined ? (
          <div className={styles.text}>
            <ScriptFaults faults={presentation.read.faults} />
          </div>
        ) : (
          <Stage script={script} presentation={presentation} audience={audience} />
        )}
        <aside className={styles.aside} aria-label={t.audience.title}>
          <AudiencePanel audience={audience} pairing={pairing} />
          {script && (
            <StepList
              script={script}
              current={presentation.step}
              onPick={(step) => startStep({ script, presentation, audience }, step)}
            />
          )}
        </aside>
      </div>
    </div>
  )
}

interface StageProps {
  script: PresenterScript
  presentation: Presentation
  audience: Audience
}

/** Shows a step, and brings the audience's window into the state in which it starts. */
function startStep({ script, presentation, audience }: StageProps, step: number): void {
  presentation.started(step)
  const checkpoint = checkpointOf(script, step)
  if (checkpoint !== undefined) audience.send({ type: 'start', checkpoint })
}

/** The step of now, and the way to the next one. */
function Stage(props: StageProps) {
  const { script, presentation, audience } = props
  const styles = useStyles()
  const { step, hasStarted } = presentation
  const text = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Newer browsers return a promise, which is no clean-up.
    text.current?.scrollTo({ top: 0 })
  }, [step, script])
  const following = hasStarted ? step + 1 : step
  const next = () => {
    if (following < script.steps.length) startStep(props, following)
  }
  const previous = () => {
    if (step > 0) presentation.show(step - 1)
  }
  useKeys({ onNext: next, onPrevious: previous })
  return (
    <div className={styles.stage}>
      {/* What is too long for the window is scrolled, with the keyboard too. */}
      <div ref={text} className={styles.text} tabIndex={0} role="group" aria-label={script.steps[step]?.title}>
        <CurrentStep script={script} step={step} audience={audience} onStartAgain={() => startStep(props, step)} />
      </div>
      <StepButtons
        script={script}
        following={following}
        hasStarted={hasStarted}
        onNext={next}
        onFinish={() => {
          audience.send({ type: 'reset' })
          presentation.restart()
        }}
        {...(step > 0 && { onPrevious: previous })}
      />
    </div>
  )
}

const shown = 8

/** What is wrong with one's own script: the line, and what to do. */
function ScriptFaults({ faults }: { faults: ScriptFault[] }) {
  const { faults: t } = usePresenterTexts()
  const textOf = ({ code, name }: ScriptFault): string => {
    if (code === 'value') return t.values[name] ?? name
    const text = t[code]
    return typeof text === 'string' ? text : text(name)
  }
  return (
    <Message intent="error" politeness="assertive" title={t.title}>
      {t.advice}
      <ul>
        {faults.slice(0, shown).map((fault, at) => (
          <li key={at}>
            <b>{t.line(fault.line)}:</b> {textOf(fault)}
          </li>
        ))}
        {faults.length > shown && <li>{t.more(faults.length - shown)}</li>}
      </ul>
    </Message>
  )
}

// A clicker sends Page Down and Page Up, or the arrows.
const forward = ['PageDown', 'ArrowRight']
const back = ['PageUp', 'ArrowLeft']
/** where these keys have a meaning of their own */
const own = 'input, textarea, select, [role="menu"], [role="dialog"], [role="alertdialog"]'

/** Calls back for the keys of a clicker, wherever the focus is. */
function useKeys({ onNext, onPrevious }: { onNext: () => void; onPrevious: () => void }): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const { key, target } = event
    const isForward = forward.includes(key)
    if (!isForward && !back.includes(key)) return
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (target instanceof Element && target.closest(own) !== null) return
    event.preventDefault()
    // A key that is held down is one step.
    if (event.repeat) return
    if (isForward) onNext()
    else onPrevious()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
