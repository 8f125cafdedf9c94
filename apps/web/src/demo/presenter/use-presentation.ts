import { longestPresenterScript } from '@portal/portal-api'
import { useEffect, useMemo, useState } from 'react'
import * as z from 'zod/mini'
import { tabStorage } from '../../drafts/browser-storage.ts'
import { useLanguage } from '../../i18n/language.ts'
import { stopped, turned } from './presentation-time.ts'
import { parseScript } from './script/parse-script.ts'
import { suppliedScripts } from './supplied-scripts.ts'

const storageKey = 'presentation'

const presentationState = z.object({
  /** of a supplied script; '' for one's own */
  id: z.string(),
  text: z.string().check(z.maxLength(longestPresenterScript)),
  /** from 0 */
  step: z.int().check(z.gte(0)),
  hasStarted: z.boolean(),
  watch: z.object({ passed: z.number(), since: z.nullable(z.number()) }),
})
type PresentationState = z.infer<typeof presentationState>

// With the tab, so that a reload in the middle of a talk loses nothing.
function storedPresentation(): PresentationState | undefined {
  try {
    return presentationState.safeParse(JSON.parse(tabStorage.get(storageKey) ?? '')).data
  } catch {
    return undefined
  }
}

/** The script in hand, how far it is, and its time. */
export function usePresentation() {
  const language = useLanguage()
  const [state, setState] = useState(storedPresentation)
  const text = state?.text
  const read = useMemo(() => (text === undefined ? undefined : parseScript(text)), [text])
  useEffect(() => {
    if (state !== undefined) tabStorage.set(storageKey, JSON.stringify(state))
  }, [state])

  const begin = (id: string, text: string) => setState(fresh(id, text))
  const choose = async (id: string) => {
    const text = await suppliedScripts.find((one) => one.id === id)?.read()
    if (text !== undefined) begin(id, text)
  }
  const isEmpty = state === undefined
  useEffect(() => {
    if (!isEmpty) return
    const first = suppliedScripts.find((one) => one.language === language)
    void first?.read().then((text) => setState((now) => now ?? fresh(first.id, text)))
  }, [isEmpty, language])

  const change = (next: (now: PresentationState) => PresentationState) => setState((now) => now && next(now))
  return {
    id: state?.id ?? '',
    text: text ?? '',
    read,
    /** that of a script that has become shorter is its last one */
    step: Math.min(state?.step ?? 0, (read?.script?.steps.length ?? 1) - 1),
    hasStarted: state?.hasStarted ?? false,
    watch: state?.watch ?? stopped,
    choose,
    openText: (text: string) => begin('', text),
    /** shows a step, without starting it */
    show: (step: number) => change((now) => ({ ...now, step })),
    /** a step starts: the time runs from the first one on */
    started: (step: number) =>
      change((now) => ({
        ...now,
        step,
        hasStarted: true,
        watch: now.hasStarted ? now.watch : turned(now.watch, true, Date.now()),
      })),
    turnWatch: (isRunning: boolean) => change((now) => ({ ...now, watch: turned(now.watch, isRunning, Date.now()) })),
    restart: () => change((now) => fresh(now.id, now.text)),
  }
}

export type Presentation = ReturnType<typeof usePresentation>

function fresh(id: string, text: string): PresentationState {
  return { id, text, step: 0, hasStarted: false, watch: stopped }
}
