import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { ReadOutOnly } from '../../ui/ReadOutOnly.tsx'
import type { DemoChange } from './use-demo.ts'

/** Tells a screen reader that what was asked of the demonstration is done. */
export function DemoAnnouncer({ done }: { done: DemoChange | undefined }) {
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
    <ReadOutOnly>
      <div role="status">{said()}</div>
    </ReadOutOnly>
  )
}
