import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { transformWithOxc } from 'vite'
import { expect, it } from 'vitest'
// Read here, where no test's time limit runs.
import '@fluentui/react-components'
import { recordOf, withCompiledStyles } from './compiled-styles.ts'

const fluent = '@fluentui/react-components'
const header = `import { makeStyles as styled, tokens } from '${fluent}'\nimport { sizes } from './sizes.ts'\n`

const imported = async (from: string) => recordOf(await import(from))
const importModule = async (from: string): Promise<Record<string, unknown>> =>
  from === './sizes.ts' ? { sizes: { row: 42 } } : imported(from)

const compiled = (code: string) => withCompiledStyles(header + code, importModule)

it('writes classes and CSS in place of styles, with all that these are made of', async () => {
  const code = await compiled(`
    const narrow = '@media (max-width: 639px)'
    const { gap, ...others } = { gap: 8, unused: 1 }
    const quiet = { color: tokens.colorNeutralForeground3 }
    const useStyles = styled({
      row: { height: \`\${sizes.row}px\`, ...quiet, [narrow]: { rowGap: \`\${gap}px\` } },
      alike: { color: tokens.colorNeutralForeground3, gap: 0 },
    })`)
  expect(code).not.toContain('styled({')
  expect(code).toContain('{height:42px;}')
  expect(code).toContain('@media (max-width: 639px){')
  expect(code).toContain('{row-gap:8px;}')
  // once, though two slots have it
  expect(code.split('{color:var(--colorNeutralForeground3);}')).toHaveLength(2)
  expect(code).toContain(`import { __styles as compiledStyles } from '${fluent}'`)
})

it('leaves a module without styles as it is', async () => {
  const code = `${header}export const height = sizes.row`
  expect(await withCompiledStyles(code, importModule)).toBe(code)
})

it('refuses styles that are not known before the page is open', async () => {
  await expect(compiled('const useStyles = styled({ row: { height: window.innerHeight } })')).rejects.toThrow(
    'window is not defined',
  )
})

it('compiles the styles of every part of the portal, which then loads no compiler', async () => {
  const src = join(import.meta.dirname, '../src')
  for (const name of globSync('**/*.tsx', { cwd: src })) {
    const file = join(src, name)
    const source = await readFile(file, 'utf8')
    // These can't be compiled: plain CSS says the same.
    expect(source, name).not.toMatch(/make(Static|Reset)Styles/)
    if (!source.includes('makeStyles(')) continue
    const { code } = await transformWithOxc(source, file, { jsx: { runtime: 'automatic' } })
    const result = await withCompiledStyles(
      code,
      (from) => import(from.startsWith('.') ? resolve(dirname(file), from) : from),
    )
    expect(result, name).not.toContain('makeStyles(')
    expect(result, name).toContain('compiledStyles(')
  }
})
