import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compiledPage } from './guide-page.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guide-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function picture(path: string, width: number, height: number): void {
  const head = Buffer.from('524946461600000057454250565038200a000000000000009d012a0000000000', 'hex')
  head.writeUInt16LE(width, 26)
  head.writeUInt16LE(height, 28)
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), head)
}

const compiled = (markdown: string) =>
  compiledPage(markdown, { root, place: { folder: 'docs/guide/it', name: 'browse' } })

describe('a page of the guide', () => {
  it('has its title apart, and its headings with the anchors that GitHub gives them', async () => {
    const { outline, code } = await compiled('# Trovare\n\n## Ciò che serve\n\n### `Key` e altro\n\n## Ciò che serve\n')
    expect(outline.title).toBe('Trovare')
    expect(outline.headings).toEqual([
      { level: 2, id: 'ciò-che-serve', text: 'Ciò che serve' },
      { level: 3, id: 'key-e-altro', text: 'Key e altro' },
      { level: 2, id: 'ciò-che-serve-1', text: 'Ciò che serve' },
    ])
    expect(code).not.toContain('h1')
  })

  it('has its text by sections, with the words of tables, lists and pictures apart', async () => {
    picture('docs/images/it/list.webp', 10, 10)
    const { outline } = await compiled(
      '# Trovare\n\nPrima\nriga.\n\n## Elenco\n\n- uno\n- due\n\n![Un elenco](../../images/it/list.webp)\n\n| a | b |\n| - | - |\n| c | d |\n',
    )
    expect(outline.sections).toEqual([
      { id: '', heading: 'Trovare', text: 'Prima riga.' },
      { id: 'elenco', heading: 'Elenco', text: 'uno due Un elenco a b c d' },
    ])
  })

  it('says how large a picture is, and takes the one for dark themes where there is one', async () => {
    picture('docs/images/it/list.webp', 1280, 900)
    picture('docs/images/it/list-dark.webp', 1280, 900)
    picture('docs/images/it/other.webp', 640, 400)
    const { code } = await compiled('# T\n\n![a](../../images/it/list.webp)\n\n![b](../../images/it/other.webp)\n')
    expect(code).toContain('import dark0 from "../../images/it/list-dark.webp"')
    expect(code).toContain('{ light: light0, dark: dark0, width: 1280, height: 900 }')
    expect(code).toContain('{ light: light1, dark: light1, width: 640, height: 400 }')
  })

  it('keeps the words of a link to what is not in the portal', async () => {
    const { code } = await compiled('# T\n\nSee [the **settings**](../../configuration.md).\n')
    expect(code).toContain('"settings"')
    expect(code).not.toContain('configuration')
  })

  it('does not lead to itself in another language, which the portal has a menu for', async () => {
    const { code } = await compiled('# T\n\nText.\n\nAnche in inglese: [Guide](../browse.md).\n')
    expect(code).toContain('Text.')
    expect(code).not.toContain('inglese')
  })

  it('has no HTML of its own', async () => {
    const { code } = await compiled('# T\n\n<b onclick="x()">bold</b>\n\n<script>x()</script>\n')
    expect(code).not.toMatch(/script|onclick|dangerouslySetInnerHTML/)
  })

  it('is refused without a title, and with a picture that is not there', async () => {
    await expect(compiled('no title')).rejects.toThrow('title')
    await expect(compiled('# T\n\n![a](../../images/it/gone.webp)\n')).rejects.toThrow('ENOENT')
  })
})

describe('the plugin', () => {
  it('is quick to load: the compiler comes with the first page only', () => {
    const plugin = readFileSync(join(import.meta.dirname, 'guide-plugin.ts'), 'utf8')
    expect(plugin).not.toMatch(/^import .*(guide-page|mdx)/m)
  })
})
