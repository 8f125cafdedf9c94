import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../run-step.mjs'

/** One planted bug per file, and the rule that must find it. */
const bugs = {
  'floating.ts': [`export function save() {\n  fetch('/a')\n}`, 'no-floating-promises'],
  'misused.ts': [`export const odd = async () => true\nif (odd()) throw new Error('a')`, 'no-misused-promises'],
  'await.ts': [`export const a = async (n: number) => {\n  await n\n}`, 'await-thenable'],
  'switch.ts': [
    `export function f(a: 'x' | 'y') {\n  switch (a) {\n    case 'x':\n      return 1\n  }\n  return 2\n}`,
    'switch-exhaustiveness-check',
  ],
  'any-in.ts': [`export const a: { b: string } = JSON.parse('{}')`, 'no-unsafe-assignment'],
  'any-out.ts': [`export function f(): string {\n  return JSON.parse('""')\n}`, 'no-unsafe-return'],
  'template.ts': ['export const f = (a: { b: string }) => `${a}`', 'restrict-template-expressions'],
  'condition.ts': [`export const f = (a: string[]) => a?.length`, 'no-unnecessary-condition'],
  'throw.ts': [`export function f() {\n  throw 'a'\n}`, 'only-throw-error'],
  'unused.ts': [`import { join } from 'node:path'\nexport const a = 1`, 'no-unused-vars'],
  'explicit-any.ts': [`export const f = (a: any) => a`, 'no-explicit-any'],
  'non-null.ts': [`export const f = (a: string[]) => a[0]!`, 'no-non-null-assertion'],
  'Hook.tsx': [
    `import { useState } from 'react'\nexport function Hook({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return <p />\n}`,
    'rules-of-hooks',
  ],
  'Deps.tsx': [
    `import { useEffect } from 'react'\nexport function Deps({ id }: { id: string }) {\n  useEffect(() => {\n    document.title = id\n  }, [])\n  return <p />\n}`,
    'exhaustive-deps',
  ],
  'Key.tsx': [
    `export const Key = () => (\n  <ul>\n    {['a'].map((a) => (\n      <li>{a}</li>\n    ))}\n  </ul>\n)`,
    'jsx-key',
  ],
  'onBehalfOf.ts': ['export const a = 1', 'filename-case'],
  'pageHeader.tsx': ['export const a = 1', 'filename-case'],
  'long.ts': [`export const a = [\n${"  'a',\n".repeat(600)}]`, 'max-lines'],
  'long-function.ts': [`export function f(a: string[]) {\n${"  a.push('a')\n".repeat(150)}}`, 'max-lines-per-function'],
  'Alt.tsx': [`export const Alt = () => <img src="/a.png" />`, 'alt-text'],
  'Click.tsx': [`export const Click = () => <div onClick={() => undefined}>a</div>`, 'click-events-have-key-events'],
  'cycle-a.ts': [`import { b } from './cycle-b.ts'\nexport const a = () => b`, 'no-cycle'],
  'focused.test.ts': [`import { it } from 'vitest'\nit.only('a', () => undefined)`, 'no-focused-tests'],
}

/** @type {string} */
let folder
/** @type {{ filename: string, code: string }[]} */
let found = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-'))
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const compilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    target: 'es2024',
    module: 'esnext',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    noEmit: true,
    jsx: 'react-jsx',
    lib: ['es2024', 'dom'],
    types: ['node'],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }))
  writeFileSync(join(folder, 'cycle-b.ts'), `import { a } from './cycle-a.ts'\nexport const b = () => a\n`)
  writeFileSync(join(folder, 'sound.ts'), `export const double = (n: number): number => n * 2\n`)
  for (const [name, [text]] of Object.entries(bugs)) writeFileSync(join(folder, name), `${text}\n`)
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [oxlint, '--type-aware', '--format=json', ...Object.keys(bugs), 'cycle-b.ts', 'sound.ts'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`)
  found = JSON.parse(stdout).diagnostics.filter(({ severity }) => severity === 'error')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

const rulesOf = (name) => found.filter(({ filename }) => filename.endsWith(name)).map(({ code }) => code)

it.each(Object.entries(bugs).map(([name, [, rule]]) => [rule, name]))('%s finds the bug in %s', (rule, name) => {
  expect(rulesOf(name)).toContainEqual(expect.stringMatching(new RegExp(`\\(${rule}\\)$`)))
})

it('finds nothing in sound code', () => {
  expect(rulesOf('sound.ts')).toEqual([])
})
