import { Message } from '../../ui/Message.tsx'
import { usePresenterTexts } from '../texts/use-presenter-texts.ts'
import type { ScriptFault } from './script/parse-script.ts'

const shown = 8

/** What is wrong with one's own script: the line, and what to do. */
export function ScriptFaults({ faults }: { faults: ScriptFault[] }) {
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
