import { Button, makeStyles } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons'
import type { DemoWorld, Scenario } from '@portal/portal-api'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { AboutDemo } from './AboutDemo.tsx'
import { ClockMenu } from './ClockMenu.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { ScenarioMenu } from './ScenarioMenu.tsx'
import type { DemoChange } from './use-demo.ts'

const useStyles = makeStyles({ whole: { flexShrink: 0 } })

export interface DemoControlsProps {
  world: DemoWorld
  scenarios: Scenario[]
  chosen: Scenario | undefined
  onRefresh: () => void
  onChange: (change: DemoChange) => void
  /** asks first */
  onReset: () => void
}

/** The controls one after the other; the parent decides between a row and a column. */
export function DemoControls({ world, scenarios, chosen, onRefresh, onChange, onReset }: DemoControlsProps) {
  const styles = useStyles()
  const t = useDemoTexts()
  return (
    <>
      <PersonMenu world={world} />
      <div className={styles.whole}>
        <ClockMenu
          world={world}
          onOpen={onRefresh}
          onRate={(rate) => onChange({ type: 'rate', rate })}
          onFinish={() => onChange({ type: 'finish' })}
        />
      </div>
      <ScenarioMenu scenarios={scenarios} chosen={chosen} />
      <Button size="small" appearance="subtle" icon={<ArrowResetRegular />} className={styles.whole} onClick={onReset}>
        {t.reset.button}
      </Button>
      <div className={styles.whole}>
        <AboutDemo />
      </div>
    </>
  )
}
