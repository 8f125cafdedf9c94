import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../run-step.mjs'

const folders = { en: join(root, 'docs/guide'), it: join(root, 'docs/guide/it') }

/** Every text of a catalogue; one with parameters as the guide says it of anything, **Switch to …**, and of nothing. */
function textsOf(catalogue) {
  if (typeof catalogue === 'string') return [catalogue]
  if (typeof catalogue === 'object' && catalogue !== null) return Object.values(catalogue).flatMap(textsOf)
  if (typeof catalogue !== 'function') return []
  return ['…', 0].flatMap((value) => {
    try {
      // A number that is formatted is none.
      return [String(catalogue(...Array.from({ length: catalogue.length }, () => value))).replaceAll('NaN', '…')]
    } catch {
      // The text of a code takes an object: no button and no heading is made of it.
      return []
    }
  })
}

async function catalogueTexts(language) {
  const folder = join(root, 'apps/web/src')
  const modulesIn = (...patterns) =>
    Promise.all(globSync(patterns, { cwd: folder }).map((file) => import(/* @vite-ignore */ join(folder, file))))
  const ofOneLanguage = await modulesIn(`**/*.${language}.ts`, `i18n/${language}.ts`)
  const ofBoth = (await modulesIn('**/*-texts.ts')).flatMap((hooks) => Object.values(hooks).map(({ texts }) => texts))
  return [...ofOneLanguage, ...ofBoth.map((texts) => texts?.[language])].flatMap(textsOf)
}

/** A label as it is compared: one kind of apostrophe, any number or version, without the mark that a button asks. */
const plain = (label) =>
  label
    .replaceAll('’', "'")
    .replace(/\d+(\.\d+)*/g, '…')
    .replace(/(?<=\S)…$/, '')

/** What a page has in bold, which is how it names what the portal shows. */
function labelsIn(markdown) {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]+`/g, '')
  return [...prose.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label]) => label.replace(/\s+/g, ' '))
}

function pagesOf(language) {
  const names = readdirSync(folders[language]).filter((name) => name.endsWith('.md'))
  return names.map((name) => ({ name, markdown: readFileSync(join(folders[language], name), 'utf8') }))
}

describe.each(['en', 'it'])('the guide (%s)', (language) => {
  it('names buttons and headings as the portal shows them', async () => {
    const known = new Set((await catalogueTexts(language)).map(plain))
    const unknown = pagesOf(language).flatMap(({ name, markdown }) =>
      labelsIn(markdown)
        .filter((label) => !known.has(plain(label)))
        .map((label) => `${basename(name)}: ${label}`),
    )
    expect(unknown).toEqual([])
  })
})
