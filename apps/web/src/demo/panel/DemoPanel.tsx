import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { SlideTextRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { Drawer } from '../../ui/dialog/Drawer.tsx'
import { useDemoTexts } from '../texts/use-demo-texts.ts'
import { EnvironmentPart, type EnvironmentPartProps } from './EnvironmentPart.tsx'
import { ScenarioPart, type ScenarioPartProps } from './ScenarioPart.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  present: { alignSelf: 'start' },
})

interface DemoPanelProps extends Pick<ScenarioPartProps, 'scenarios' | 'chosen'>, EnvironmentPartProps {
  onPresent: () => void
  onClose: () => void
}

/** All that a demo adds to the portal: presenting, its scenarios, and the simulated Azure itself. */
export function DemoPanel({ scenarios, chosen, onPresent, onClose, ...environment }: DemoPanelProps) {
  const styles = useStyles()
  const { panel: t, about, present } = useDemoTexts()
  return (
    <Drawer
      title={t.title}
      size="narrow"
      closeLabel={t.close}
      onClose={onClose}
      subtitle={<Text size={200}>{about}</Text>}
    >
      <Part title={t.present}>
        <Text>{t.presentBody}</Text>
        <Button appearance="primary" icon={<SlideTextRegular />} className={styles.present} onClick={onPresent}>
          {present.open}
        </Button>
      </Part>
      <Part title={t.environment}>
        <EnvironmentPart {...environment} />
      </Part>
      <Part title={t.scenarios}>
        <ScenarioPart scenarios={scenarios} chosen={chosen} people={environment.world.people} onFollow={onClose} />
      </Part>
    </Drawer>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  )
}
