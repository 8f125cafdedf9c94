import { makeStyles } from '@fluentui/react-components'
import { useDemoTexts } from '../../i18n/use-demo-texts.ts'
import type { DemoChange } from './use-demo.ts'

const useStyles = makeStyles({
  // Read out, not seen: the page shows what has changed.
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})

/** Tells a screen reader that what was asked of the demonstration is done. */
export function DemoAnnouncer({ done }: { done: DemoChange | undefined }) {
  const styles = useStyles()
  const t = useDemoTexts()
  const said = () => {
    switch (done?.type) {
      case 'finish':
        return t.clock.finished
      case 'reset':
        return t.reset.done
      case 'rate':
      case undefined:
        return ''
    }
  }
  return (
    <div role="status" className={styles.hidden}>
      {said()}
    </div>
  )
}
