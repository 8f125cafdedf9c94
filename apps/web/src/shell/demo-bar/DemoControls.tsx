import { Button, makeStyles, mergeClasses } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons'
import type { DemoWorld, Scenario } from '@portal/portal-api'
import { signIn } from '../../auth/authentication.ts'
import { ClockMenu } from '../../demo/controls/ClockMenu.tsx'
import { PersonMenu } from '../../demo/controls/PersonMenu.tsx'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { AboutDemo } from './AboutDemo.tsx'
import { ScenarioMenu } from './ScenarioMenu.tsx'
import type { DemoChange } from './use-demo.ts'

const useStyles = makeStyles({
  whole: { flexShrink: 0 },
  last: { '@media (min-width: 640px)': { marginLeft: 'auto' } },
})

export interface DemoControlsProps {
  world: DemoWorld
  /** when `world` was received, ms since 1970 in real time */
  receivedAt: number
  scenarios: Scenario[]
  chosen: Scenario | undefined
  onRefresh: () => void
  onPresent: () => void
  onChange: (change: DemoChange) => void
  /** asks first */
  onReset: () => void
}

/** The controls one after the other; the parent decides between a row and a column. */
export function DemoControls({ world, receivedAt, scenarios, chosen, ...on }: DemoControlsProps) {
  const styles = useStyles()
  const t = useDemoTexts()
  return (
    <>
      {/* The page reloads as them. */}
      <PersonMenu world={world} onPick={({ userPrincipalName }) => void signIn({ loginHint: userPrincipalName })} />
      <div className={styles.whole}>
        <ClockMenu
          world={world}
          receivedAt={receivedAt}
          onOpen={on.onRefresh}
          onRate={(rate) => on.onChange({ type: 'rate', rate })}
          onFinish={() => on.onChange({ type: 'finish' })}
        />
      </div>
      <ScenarioMenu scenarios={scenarios} chosen={chosen} onPresent={on.onPresent} />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowResetRegular />}
        className={styles.whole}
        onClick={on.onReset}
      >
        {t.reset.button}
      </Button>
      <div className={mergeClasses(styles.whole, styles.last)}>
        <AboutDemo />
      </div>
    </>
  )
}
