import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons'
import type { DemoWorld } from '@portal/portal-api'
import { useState } from 'react'
import type { Account } from '../../auth/authentication.ts'
import { ClockMenu } from '../controls/ClockMenu.tsx'
import { ResetQuestion } from '../controls/ResetQuestion.tsx'
import { useDemoTexts } from '../texts/use-demo-texts.ts'
import { SavedWorlds } from './SavedWorlds.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

export interface EnvironmentPartProps {
  account: Account
  world: DemoWorld
  /** when `world` was received, ms since 1970 in real time */
  receivedAt: number
  onRefresh: () => void
  onRate: (rate: number) => void
  onFinish: () => void
  onReset: () => void
}

/** The simulated Azure: its time, its beginning, and its saved states. */
export function EnvironmentPart({ account, world, receivedAt, ...on }: EnvironmentPartProps) {
  const styles = useStyles()
  const { reset } = useDemoTexts()
  const [asksReset, setAsksReset] = useState(false)
  return (
    <>
      <div className={styles.row}>
        <ClockMenu
          world={world}
          receivedAt={receivedAt}
          onOpen={on.onRefresh}
          onRate={on.onRate}
          onFinish={on.onFinish}
        />
        <Button icon={<ArrowResetRegular />} onClick={() => setAsksReset(true)}>
          {reset.button}
        </Button>
      </div>
      <SavedWorlds account={account} />
      {asksReset && (
        <ResetQuestion
          onKeep={() => setAsksReset(false)}
          onReset={() => {
            setAsksReset(false)
            on.onReset()
          }}
        />
      )}
    </>
  )
}
