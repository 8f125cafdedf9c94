import { ReadOutOnly } from '../../ui/ReadOutOnly.tsx'
import { useDemoTexts } from '../texts/use-demo-texts.ts'
import type { DemoChange } from './use-demo.ts'

/** Announces to a screen reader that a demo action is done. */
export function DemoAnnouncer({ done }: { done: DemoChange | undefined }) {
  const t = useDemoTexts()
  const said = () => {
    switch (done?.type) {
      case 'finish':
        return t.clock.finished
      case 'advance':
        return t.scenario.moved
      case 'reset':
      case 'rate':
      case 'key':
      case undefined:
        return ''
    }
  }
  return (
    <ReadOutOnly>
      <div role="status">{said()}</div>
    </ReadOutOnly>
  )
}
