import { longestPresenterScript, presenterScript, type PresenterScript } from '@portal/portal-api'
import { isPresentablePage } from '../../presenting/presentable-page.ts'

/** What is wrong with a script, and where. `name`: of what was found there, or of the fact that is wrong. */
export interface ScriptFault {
  /** from 1 */
  line: number
  code: FaultCode
  name: string
}

/** `value`: of the fact `name`; the others: of the form of the file. */
type FaultCode =
  | 'tooLong'
  | 'noHead'
  | 'headNotClosed'
  | 'unknownFact'
  | 'factTwice'
  | 'noFact'
  | 'notInStep'
  | 'notAFact'
  | 'unknownHeading'
  | 'noSteps'
  | 'scenarioAlone'
  | 'resetOrWorld'
  | 'value'

/** The script in a text, or all that is wrong with it. */
export type ReadScript = { script: PresenterScript; faults?: never } | { script?: never; faults: ScriptFault[] }

const headFacts = ['title', 'language', 'minutes', 'world']
const stepFacts = ['minutes', 'reset', 'world', 'clock', 'scenario', 'person', 'page', 'point']
// The keys stay the same in every language, the headings don't.
const parts: Record<string, 'do' | 'say'> = { do: 'do', fare: 'do', say: 'say', dire: 'say' }

type Facts = Map<string, { value: string; line: number }>

interface Step {
  title: string
  line: number
  facts: Facts
  /** lines of each part; undefined: it has not begun */
  do?: { line: number; lines: string[] }
  say?: { line: number; lines: string[] }
}

/**
 * Reads a script: Markdown with a head between two lines of `---`, and for each step a heading (`##`), a list of facts,
 * and the parts `### Do` and `### Say`.
 */
export function parseScript(text: string): ReadScript {
  if (text.length > longestPresenterScript) return { faults: [{ line: 1, code: 'tooLong', name: '' }] }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const faults: ScriptFault[] = []
  const fault = (line: number, code: FaultCode, name = '') => void faults.push({ line, code, name: shortened(name) })
  const { head, end } = readHead(lines, fault)
  if (end === undefined) return { faults }
  const steps = readSteps(lines, { from: end, fault })
  if (steps.length === 0) {
    fault(lines.length, 'noSteps')
    return { faults: inOrder(faults) }
  }
  for (const step of steps) judgeStep(step, fault)
  const script = { ...headOf(head), steps: steps.map(stepOf) }
  const parsed = presenterScript.safeParse(script)
  if (parsed.success) return faults.length === 0 ? { script: parsed.data } : { faults: inOrder(faults) }
  for (const { path } of parsed.error.issues) {
    const { line, name } = positionOf(path, head, steps)
    // What is missing altogether is told once, and as that.
    if (!faults.some((known) => known.line === line && known.name === name)) fault(line, 'value', name)
  }
  return { faults: inOrder(faults) }
}

type Fault = (line: number, code: FaultCode, name?: string) => void

function readHead(lines: string[], fault: Fault): { head: Facts; end: number | undefined } {
  const head: Facts = new Map()
  if (lines[0]?.trim() !== '---') {
    fault(1, 'noHead')
    return { head, end: undefined }
  }
  const end = lines.findIndex((line, at) => at > 0 && line.trim() === '---')
  if (end === -1) {
    fault(1, 'headNotClosed')
    return { head, end: undefined }
  }
  for (let at = 1; at < end; at++) readFact(lines[at] ?? '', { line: at + 1, facts: head, known: headFacts, fault })
  for (const name of ['title', 'language', 'minutes']) if (!head.has(name)) fault(1, 'noFact', name)
  return { head, end: end + 1 }
}

interface FactPlace {
  line: number
  facts: Facts
  known: string[]
  fault: Fault
}

function readFact(text: string, { line, facts, known, fault }: FactPlace): void {
  if (text.trim() === '') return
  const colon = text.indexOf(':')
  if (colon === -1) return fault(line, 'notAFact', text.trim())
  const name = text.slice(0, colon).trim().toLowerCase()
  if (!known.includes(name)) return fault(line, 'unknownFact', name)
  if (facts.has(name)) return fault(line, 'factTwice', name)
  facts.set(name, { value: unquoted(text.slice(colon + 1).trim()), line })
}

// As YAML has it, which people know from other heads.
function unquoted(value: string): string {
  return /^"[^"]*"$|^'[^']*'$/.test(value) ? value.slice(1, -1) : value
}

function readSteps(lines: string[], { from, fault }: { from: number; fault: Fault }): Step[] {
  const steps: Step[] = []
  let step: Step | undefined
  let part: string[] | undefined
  for (let at = from; at < lines.length; at++) {
    const [text, line] = [lines[at] ?? '', at + 1]
    const [, marks, name = ''] = /^(#{1,6})\s+(.*?)\s*$/.exec(text) ?? []
    if (marks === '##') {
      step = { title: name, line, facts: new Map() }
      part = undefined
      steps.push(step)
    } else if (marks !== undefined) {
      const kind = marks === '###' ? parts[name.toLowerCase()] : undefined
      if (kind === undefined || step === undefined) fault(line, 'unknownHeading', name)
      else if (step[kind] !== undefined) fault(line, 'factTwice', name)
      else {
        part = []
        step[kind] = { line, lines: part }
      }
    } else if (part !== undefined) part.push(text.trimEnd())
    else if (text.trim() === '') continue
    else if (step === undefined) fault(line, 'notInStep', text.trim())
    else {
      const fact = /^\s*[-*]\s+(.*)$/.exec(text)?.[1]
      if (fact === undefined) fault(line, 'notAFact', text.trim())
      else readFact(fact, { line, facts: step.facts, known: stepFacts, fault })
    }
  }
  return steps
}

function judgeStep(step: Step, fault: Fault): void {
  const { facts, line } = step
  for (const part of ['do', 'say'] as const) if (step[part] === undefined) fault(line, 'noFact', part)
  if (!facts.has('minutes')) fault(line, 'noFact', 'minutes')
  const [scenario, page] = [facts.get('scenario'), facts.get('page')]
  const other = facts.get('person') ?? page
  if (scenario !== undefined && other !== undefined) fault(other.line, 'scenarioAlone')
  const world = facts.get('world')
  if (facts.has('reset') && world !== undefined) fault(world.line, 'resetOrWorld')
  if (page !== undefined && !isPresentablePage(page.value)) fault(page.line, 'value', 'page')
}

function headOf(head: Facts) {
  const world = head.get('world')?.value
  return {
    title: head.get('title')?.value ?? '',
    language: head.get('language')?.value ?? '',
    minutes: numberOf(head.get('minutes')?.value),
    ...(world !== undefined && { world }),
  }
}

function stepOf({ title, facts, ...step }: Step) {
  const checkpoint: Record<string, unknown> = {}
  for (const [name, { value }] of facts) if (name !== 'minutes') checkpoint[name] = checkpointValue(name, value)
  return {
    title,
    minutes: numberOf(facts.get('minutes')?.value),
    checkpoint,
    do: step.do?.lines.join('\n').trim() ?? '',
    say: step.say?.lines.join('\n').trim() ?? '',
  }
}

function checkpointValue(name: string, value: string): unknown {
  switch (name) {
    case 'reset':
      return /^(yes|sì|si)$/i.test(value) || value
    case 'clock':
      return numberOf(/^\+(.*)$/.exec(value)?.[1])
    default:
      return value
  }
}

function numberOf(value = ''): number {
  return /^\d{1,4}([.,]\d{1,2})?$/.test(value) ? Number(value.replace(',', '.')) : NaN
}

/** Where in the file what a path of the script names is. */
function positionOf(path: PropertyKey[], head: Facts, steps: Step[]): { line: number; name: string } {
  const [first, at, part, fact] = path
  if (first !== 'steps') return { line: head.get(String(first))?.line ?? 1, name: String(first) }
  const step = typeof at === 'number' ? steps[at] : undefined
  if (step === undefined) return { line: steps.at(-1)?.line ?? 1, name: 'steps' }
  if (part === 'do' || part === 'say') return { line: step[part]?.line ?? step.line, name: part }
  const name = String(part === 'checkpoint' ? fact : part)
  return { line: step.facts.get(name)?.line ?? step.line, name }
}

function inOrder(faults: ScriptFault[]): ScriptFault[] {
  return faults.toSorted((one, other) => one.line - other.line)
}

// What is shown of a file comes from anyone.
function shortened(name: string): string {
  const shown = name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown
}
