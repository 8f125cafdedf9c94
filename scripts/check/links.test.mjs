import { describe, expect, it } from 'vitest'
import { faultsOf, pagesOf, repositoryOf, unusedPictures } from './links.mjs'
import { readMarkdown } from './markdown.mjs'

const guide = '# Guide\n\n## Add a text\n\n## Add a text\n\n## What `npm test` runs, and *why*\n\n<a id="kept"></a>\n'
const repository = repositoryOf(
  [
    'README.md',
    'package.json',
    'docs/guide.md',
    'docs/images/page.png',
    'apps/bff/src/app.ts',
    'apps/web/src/main.tsx',
  ],
  new Map([['docs/guide.md', readMarkdown(guide)]]),
  {
    scripts: new Set(['check', 'test:unit']),
    programs: new Set(['playwright', 'tsc']),
    code: "env['PORT_OF_API']; 'key-disabled'; 'image-version'; 'demo'; '/moved-page'",
    pages: ['/image-version', '/demo/:scenario'],
    servers: "endpoint('/api/image-version'); use('/simulator', router); router.get('/world/saved')",
  },
)
const faultsIn = (path, text) => faultsOf(path, readMarkdown(text), repository)

describe('what documents refer to', () => {
  it.each([
    ['a file that is gone', '[app](apps/bff/src/old.ts)', 'links to apps/bff/src/old.ts'],
    ['a picture that is gone', '![page](docs/images/old.png)', 'links to docs/images/old.png'],
    ['a reference that is gone', '[app]: apps/bff/src/old.ts', 'links to apps/bff/src/old.ts'],
    ['a heading that is gone', '[text](docs/guide.md#add-a-rule)', 'no such heading'],
    ['a heading of its own that is gone', '[up](#map)', 'no such heading'],
    ['a third heading of two', '[text](docs/guide.md#add-a-text-2)', 'no such heading'],
    ['the name of another file', '[old.ts](apps/bff/src/app.ts)', 'calls apps/bff/src/app.ts by another name'],
    ['a path that is gone', 'Look at `apps/bff/old/app.ts`.', 'names apps/bff/old/app.ts'],
    ['a folder that is gone', 'In `apps/desktop/` it is.', 'names apps/desktop/'],
    ['a file of no folder', 'Look at `old.ts`.', 'names old.ts'],
    ['the end of another path', 'Look at `web/src/app.ts`.', 'names web/src/app.ts'],
    ['a path in a command', '```bash\nnode --inspect apps/bff/src/old.ts\n```', 'names apps/bff/src/old.ts'],
    ['a command that is gone', 'Run `npm run lint`.', 'names npm run lint'],
    ['a program that is gone', 'Run `npx cypress open`.', 'names cypress'],
    ['a picture of HTML that is gone', '<img src="docs/images/old.png">', 'links to docs/images/old.png'],
    ['a variable that is gone', 'Set `HOST_OF_API=::1`.', 'names HOST_OF_API'],
    ['a variable that is only set', '```sh\nexport HOST_OF_API=::1\n```', 'names HOST_OF_API'],
    ['a route that is gone', '`GET /api/image-versions-old`', 'names /api/image-versions-old'],
    ['a page that is gone', 'Open `/moved-page`.', 'names /moved-page'],
    ['a page without its parameter', 'Open `/demo/key-enabled`.', 'names /demo/key-enabled'],
    ['an address of words that no route has together', 'Open `/image-version/demo`.', 'names /image-version/demo'],
  ])('must not be %s', (_, text, fault) => {
    expect(faultsIn('README.md', text)).toEqual([expect.stringContaining(fault)])
  })

  it.each([
    ['a file', '[app](apps/bff/src/app.ts) and `apps/bff/src/app.ts:12`'],
    ['a folder', '[server](apps/bff/src/) and `apps/bff/src/`'],
    ['a heading', '[text](docs/guide.md#add-a-text) [again](docs/guide.md#add-a-text-1)'],
    ['a heading with code in it', '[tests](docs/guide.md#what-npm-test-runs-and-why)'],
    ['an anchor', '[kept](docs/guide.md#kept)'],
    ['a page elsewhere', '[Azure](https://learn.microsoft.com/old#gone) <mailto:a@b.example>'],
    ['a name, or the end of a path', '`app.ts`, `src/main.tsx`'],
    ['what a command makes', '`apps/web/dist/index.html` and `node_modules/.bin/tsc`'],
    ['a pattern', '`apps/*/src`, `packages/<NAME>/src`, `docs/{a,b}.md`'],
    ['a command', '`npm run test:unit -- FILE`, `npm run --silent check` and `npx playwright test`'],
    ['a variable', '`PORT_OF_API`, and one of its own: `export MY_NAME=a`, `echo $MY_NAME`'],
    [
      'a route and a page',
      '`GET /api/image-version`, `/simulator/world/saved`, `/image-version`, `/demo/key-disabled`, `https://contoso.com/any`',
    ],
  ])('may be %s', (_, text) => {
    expect(faultsIn('README.md', text)).toEqual([])
  })

  it('is looked for beside the document', () => {
    expect(faultsIn('docs/guide.md', '[up](../README.md) [page](images/page.png)')).toEqual([])
    expect(faultsIn('docs/guide.md', '[up](README.md)')).toEqual(['links to README.md, which is not there'])
  })

  it('is a page if the routes have it', () => {
    const paths = "export const paths = {\n  estate: '/estate',\n  report: '/estate/report',\n}\n'/estate-old'"
    expect(pagesOf(paths, '[paths.estate]: () => import(), paths.estateReport')).toEqual(['/estate'])
  })

  it('is a reason for a picture, of which a dark one is shown with it, and so is a page that imports it', () => {
    const files = ['list.webp', 'list-dark.webp', 'old-dark.webp', 'film.webm'].map((name) => `docs/images/en/${name}`)
    const documents = new Map([['docs/guide/browse.md', readMarkdown('![A list](../images/en/list.webp)')]])
    const code = "import film from '../../docs/images/en/film.webm'"
    const pages = repositoryOf(files, documents, {
      scripts: new Set(),
      programs: new Set(),
      code,
      pages: [],
      servers: '',
    })
    expect(unusedPictures(files, documents, pages)).toEqual(['docs/images/en/old-dark.webp'])
  })
})
