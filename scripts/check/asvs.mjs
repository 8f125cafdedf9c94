// Checks docs/security/asvs.md against OWASP ASVS 5.0.0 and against this project. Run alone, it lists the faults and
// exits with 1.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../run-step.mjs'
import { idsOf } from '../test/promises.mjs'

const folder = 'docs/security'

/**
 * How many IDs of levels 1 and 2 each section of a chapter has; those of level 3 come after them.
 * https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en
 */
const sections = {
  V1: [2, 9, 11, 3, 2],
  V2: [3, 3, 4, 1],
  V3: [0, 2, 4, 6, 5, 0, 2],
  V4: [3, 1, 2, 4],
  V5: [1, 3, 2, 3],
  V6: [3, 12, 4, 4, 5, 3, 0, 4],
  V7: [3, 4, 2, 5, 2, 2],
  V8: [2, 3, 1, 1],
  V9: [3, 4],
  V10: [2, 2, 4, 11, 5, 2, 3],
  V11: [2, 3, 3, 4, 1, 1, 0],
  V12: [3, 2, 4],
  V13: [1, 5, 2, 5],
  V14: [2, 4, 3],
  V15: [3, 3, 7, 0],
  V16: [1, 5, 4, 3, 3],
  V17: [1, 4, 2],
}

/** Every ID of levels 1 and 2, for example `V9.1.1`. */
export const requirements = Object.entries(sections).flatMap(([chapter, counts]) =>
  counts.flatMap((count, section) =>
    Array.from({ length: count }, (_, index) => `${chapter}.${section + 1}.${index + 1}`),
  ),
)

const link = String.raw`\[[^\]]+\]\(([^)#]+)\)`
const kinds = [
  ['test', new RegExp(`^${link} “([^”]+)”$`)],
  ['promise', new RegExp(String.raw`^${link} ([DFWSX]\d\d)$`)],
  ['configuration', new RegExp(`^${link} \`([^\`]+)\`$`)],
]

/**
 * The proofs of one line, separated by semicolons: each a test (`[file](path) “its name”`, or the ID of the promise at
 * the start of its name), a configuration (the file, and a text in it between backticks), or prose that starts with
 * `reason:` or `open:`.
 * @param {string} cell
 * @returns {{ kind: 'test' | 'promise' | 'configuration' | 'reason' | 'open' | 'unknown', path?: string, text: string
 * }[]}
 */
export function proofsIn(cell) {
  return cell.split(/; (?=\[|reason: |open: )/).map((piece) => {
    for (const [kind, pattern] of kinds) {
      const [, path, text] = pattern.exec(piece) ?? []
      if (path !== undefined) return { kind, path: join(folder, path).replaceAll('\\', '/'), text }
    }
    const [, kind = 'unknown'] = /^(reason|open): \S/.exec(piece) ?? []
    return { kind, text: piece }
  })
}

/**
 * The lines of the page: `| V9.1.1 | the requirement | how it is met |`, and `| V6.2.1–V6.2.12 | why it does not apply
 * |`; and `| demonstration V9.1.1 | … | … |` if the result for the demo differs, or concerns only the demo.
 * @param {string} page
 */
export function linesIn(page) {
  const rows = [...page.matchAll(/^\| (V\d[^|]*?) +\| (.*?) +\|$/gm)]
  const cells = rows.map(([, ids, rest]) => [ids, ...rest.split(/ +\| /)])
  return {
    applicable: cells
      .filter(({ length }) => length === 3)
      .map(([id, asks, how]) => ({ id, asks, proofs: proofsIn(how) })),
    others: cells.filter(({ length }) => length !== 3).flatMap(([ids]) => ids.split(', ').flatMap(idsOfRange)),
    demonstration: [...page.matchAll(/^\| demonstration (\S+) +\| ([^|]*?) +\| (.*?) +\|$/gm)].map(
      ([, id, asks, how]) => ({ id, asks, proofs: proofsIn(how) }),
    ),
  }
}

function idsOfRange(range) {
  const [first, last = first] = range.split('–')
  const [from, to] = [first, last].map((id) => requirements.indexOf(id))
  return from < 0 || to < from ? [range] : requirements.slice(from, to + 1)
}

/**
 * What is wrong with the page: an ID missing, unknown or twice, a line without a proof, a proof that is not in the file
 * that it names.
 * @param {string} page
 * @returns {string[]} sentences
 */
export function faultsOf(page) {
  const { applicable, others, demonstration } = linesIn(page)
  const ids = [...applicable.map(({ id }) => id), ...others]
  return [
    ...requirements.filter((id) => !ids.includes(id)).map((id) => `${id} is missing`),
    ...faultsOfIds(ids),
    ...faultsOfIds(demonstration.map(({ id }) => id)).map((fault) => `demonstration ${fault}`),
    ...[...applicable, ...demonstration].flatMap(({ id, proofs }) =>
      proofs.flatMap((proof) => faultOf(proof) ?? []).map((fault) => `${id}: ${fault}`),
    ),
  ]
}

function faultsOfIds(ids) {
  return [...Map.groupBy(ids, (id) => id)].flatMap(([id, { length }]) => {
    if (!requirements.includes(id)) return [`${id} is no id of level 1 or 2`]
    return length > 1 ? [`${id} is there ${length} times`] : []
  })
}

function faultOf({ kind, path, text }) {
  if (kind === 'unknown') return `this is neither test, configuration, reason nor open: ${text}`
  // links.mjs finds a file that is not there
  if (path === undefined || !existsSync(join(root, path))) return undefined
  const source = readFileSync(join(root, path), 'utf8')
  const holds = { test: holdsTest, promise: holdsId, configuration: (file, part) => file.includes(part) }
  return holds[kind](source, text) ? undefined : `${path} has no ${kind} "${text}"`
}

function holdsTest(source, name) {
  return ["'", '"', '`'].some((quote) => source.includes(quote + name.replaceAll(quote, `\\${quote}`) + quote))
}

function holdsId(source, id) {
  return new RegExp(String.raw`\b${id}\b`).test(source)
}

/**
 * The lines whose tests have not run, or not passed.
 * @param {string} page
 * @param {{ title: string, file: string, passed: boolean }[]} tests what ran
 * @returns {string[]} sentences
 */
export function unproved(page, tests) {
  const { applicable, demonstration } = linesIn(page)
  return [...applicable, ...demonstration].flatMap(({ id, proofs }) =>
    proofs.flatMap(({ kind, path, text }) => {
      if (kind !== 'test' && kind !== 'promise') return []
      const ran = tests.filter(({ title, file }) => file === path && isNamed(title, { kind, text }))
      if (ran.length === 0) return [`${id}: "${text}" of ${path} has not run`]
      return ran.every(({ passed }) => passed) ? [] : [`${id}: "${text}" of ${path} has failed`]
    }),
  )
}

function isNamed(title, { kind, text }) {
  if (kind === 'promise') return idsOf(title).includes(text)
  // the name of a test that is generated for each row of a table, or for each item of a list
  const parts = text.split(/%[a-z]|\$\{[^}]+\}|\$[\w.]+/)
  const escaped = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${escaped.join('.*')}$`, 's').test(title)
}

export function readPage() {
  return readFileSync(join(root, folder, 'asvs.md'), 'utf8')
}

/** How many lines have which proof, in one sentence; a line with anything open counts as open. */
export function summary(page) {
  const { applicable, others, demonstration } = linesIn(page)
  const strongest = ['open', 'test', 'promise', 'configuration', 'reason']
  const of = applicable.map(({ proofs }) => strongest.find((kind) => proofs.some((proof) => proof.kind === kind)))
  const count = (...among) => of.filter((kind) => among.includes(kind)).length
  return `ASVS 5.0.0, levels 1 and 2: ${applicable.length} apply (${count('test', 'promise')} held by tests, ${count('configuration')} by configuration, ${count('reason')} for a reason, ${count('open')} open), ${others.length} do not; ${demonstration.length} judged for the demonstration too`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = readPage()
  const faults = faultsOf(page)
  for (const fault of faults) console.log(fault)
  console.log(`${summary(page)}; ${faults.length} faults`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
