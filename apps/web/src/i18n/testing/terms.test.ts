import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Language } from '../language.ts'
import { ruledOut } from './terms.ts'

// The sources of the texts, not their values: a text with parameters has branches that no single call reaches.
const catalogues = import.meta.glob<string>(
  [
    '../../**/*-texts.ts',
    '../../**/*.{en,it}.ts',
    '../{en,it}.ts',
    '../../../../../packages/portal-api/src/connection-check/*.en.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
)

// Where a file has both languages, Italian comes second.
const italianBegins = /^(?=(?:export )?const (?:it|\w+It)\b)/m

const [signInPagesEn = '', signInPagesIt = ''] = Object.values(
  import.meta.glob<string>('../../../../../packages/azure-simulator/src/entra/sign-in/page-texts.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).flatMap((source) => source.split(italianBegins))

// The guide in both languages, as one reads it: without its code and the titles of other sites, and with the
// apostrophes of the catalogues. Code in a line is a key or a value.
const guideFolder = join(import.meta.dirname, '../../../../../docs/guide')
const guide = globSync('**/*.md', { cwd: guideFolder })
const paragraphsOf = (markdown: string) =>
  markdown
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .replaceAll(/`[^`\n]+`/g, 'Enter')
    .replaceAll(/\[[^\]]*\]\(https:[^)]*\)/g, '')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll("'", '’')
    .replaceAll(/(?<=\S)\n(?=[^\n#|*-])/g, ' ')

/** A catalogue without its comments, which users do not read, and its imports. */
const textsOf = (source: string) =>
  source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
    .replaceAll(/^import .*$/gm, '')

/** Each line with what the table rules out, and what it says instead. */
function breachesOf(language: Language, source: string): string[] {
  return textsOf(source)
    .split('\n')
    .flatMap((line) =>
      ruledOut[language]
        .filter(({ never }) => never.test(line))
        .map(({ never, instead }) => `${never.exec(line)?.[0]} → ${instead}: ${line.trim()}`),
    )
}

describe('the terms', () => {
  it.each(Object.keys(catalogues))('are those of the table in %s', (file) => {
    const [first = '', ...italian] = (catalogues[file] ?? '').split(italianBegins)
    expect(breachesOf('en', first)).toEqual([])
    expect(breachesOf('it', italian.join(''))).toEqual([])
  })

  it('are those of the table on the sign-in pages, in Italian in the second person as on Microsoft’s', () => {
    expect(breachesOf('en', signInPagesEn)).toEqual([])
    expect(breachesOf('it', signInPagesIt).filter((breach) => !breach.includes('impersonale'))).toEqual([])
  })

  it.each(guide)('are those of the table in the guide, %s', (file) => {
    const page = paragraphsOf(readFileSync(join(guideFolder, file), 'utf8'))
    expect(breachesOf(file.startsWith('it/') ? 'it' : 'en', page)).toEqual([])
  })

  it('are looked for in every catalogue and page', () => {
    expect(guide.length).toBeGreaterThan(25)
    expect(Object.keys(catalogues).length).toBeGreaterThan(50)
    expect(signInPagesIt).not.toBe('')
  })
})

/** One breach of each entry of the table, in its order. */
const planted: Record<Language, string[]> = {
  en: [
    'Encrypted with platform managed keys',
    'Encrypted with a customer managed key',
    'Use a key of yours.',
    'Automatic rotation is off.',
    'As asked: 2',
    'Sign in with Azure AD.',
    'A creation is under way.',
    'You may not see it.',
    'A reader is allowed to look.',
    'Mend what the reason names.',
    'Azure takes some time to heed it.',
    'As Azure demands',
    'Azure is told.',
    'Azure makes no image of it.',
    'The machine takes no host name.',
    'The reason stands at the region.',
    'Press Create.',
    'Ask whoever runs the portal.',
    'A set of this name exists.',
    'Wait some minutes.',
    'Azure has no such key.',
    'Named alike',
    'No more requests for now',
    'Being made',
    'The firewall lets nobody in.',
    'Disable it with the button here.',
    'The others run on.',
    'Export alarms',
    'Copies: 3',
    'It isn’t proven yet.',
    'Machines that don’t name a version',
    'The date is earlier, and stays.',
    'Disks, as far as you can view them',
    'Saved worlds',
    'The key cannot be read.',
    'Wait until it is ready.',
  ],
  it: [
    'Versione con chiavi proprie',
    'Nessun insieme di crittografia',
    'La protezione dall’eliminazione non è attiva.',
    'L’area propria della versione',
    'Crittografia archiviata',
    'Data di fine vita',
    'Posizioni replicate',
    'Crittografia doppia',
    'Crittografia riservata del disco',
    'Crittografia a livello di host',
    'Versione dell’immagine di macchina virtuale',
    'Codice SKU',
    'Modulo di protezione hardware',
    'Serve il diritto di lettura.',
    'Nessun permesso',
    'ID di correlazione: 1',
    'Il piano è pronto.',
    'Accedere con Azure AD.',
    'Non vi sono set.',
    'Puoi chiudere la pagina.',
    'Criteri di Azure rifiuterebbe la richiesta.',
    'Disabilitare con il pulsante qui.',
    'Premere Crea.',
    'Chiedere a chi gestisce il portale.',
  ],
}

describe.each(['en', 'it'] as const)('the table of %s', (language) => {
  it.each(ruledOut[language].map(({ never }, index) => [String(never), index] as const))(
    'catches a planted breach of %s',
    (never, index) => {
      const source = `export const texts = {\n  planted: '${planted[language][index]}',\n}`
      expect(breachesOf(language, source).length, never).toBeGreaterThan(0)
      expect(ruledOut[language][index]?.never.test(planted[language][index] ?? '')).toBe(true)
    },
  )

  it('lets a text pass that follows it, and a comment', () => {
    const text = { en: 'You don’t have permission.', it: 'Autorizzazione mancante.' }[language]
    expect(breachesOf(language, `// You may not, e il diritto\nexport const text = '${text}'`)).toEqual([])
  })
})
