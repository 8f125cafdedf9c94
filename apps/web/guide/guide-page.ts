import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@mdx-js/mdx'
import { imageSizeFromFile } from 'image-size/fromFile'
import remarkGfm from 'remark-gfm'
import type { GuidePlace } from './guide-place.ts'
import { guideTree, type GuideOutline } from './guide-tree.ts'

/** A page of the guide as modules for the browser. */
interface CompiledPage {
  outline: GuideOutline
  /** a module: the content as a React component by default, and `headings` and `pictures` */
  code: string
}

/**
 * Compiles a page of the guide from Markdown, as GitHub reads it, to React: what the portal shows needs neither HTML
 * in a string nor a parser in the browser. `root` is the project's folder, where the pictures are measured. Throws an
 * Error for a page without a title and a picture that isn't there.
 */
export async function compiledPage(markdown: string, { root, place }: { root: string; place: GuidePlace }) {
  const outline: GuideOutline = { title: '', headings: [], sections: [], pictures: [] }
  const content = await compile(markdown, {
    format: 'md',
    remarkPlugins: [remarkGfm],
    rehypePlugins: [[guideTree, { place, outline }]],
  })
  return {
    outline,
    code: `${String(content)}\n${await picturesCode(outline, join(root, place.folder))}`,
  } satisfies CompiledPage
}

/**
 * The pictures of a page by what it calls them, as imports that the bundler makes files of. One whose name ends in
 * `-dark` beside another is that one's look in a dark theme.
 */
async function picturesCode({ pictures, headings }: GuideOutline, folder: string): Promise<string> {
  const imports: string[] = []
  const entries: string[] = []
  for (const [at, source] of pictures.entries()) {
    const dark = source.replace(/\.webp$/, '-dark.webp')
    const names = { light: `light${at}`, dark: existsSync(join(folder, dark)) ? `dark${at}` : `light${at}` }
    imports.push(`import ${names.light} from ${JSON.stringify(source)}`)
    if (names.dark !== names.light) imports.push(`import ${names.dark} from ${JSON.stringify(dark)}`)
    const { width, height } = await imageSizeFromFile(join(folder, source))
    entries.push(
      `${JSON.stringify(source)}: { light: ${names.light}, dark: ${names.dark}, width: ${width}, height: ${height} }`,
    )
  }
  return [
    ...imports,
    `export const headings = ${JSON.stringify(headings)}`,
    `export const pictures = { ${entries.join(', ')} }`,
  ].join('\n')
}
