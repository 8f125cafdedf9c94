import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run-step.mjs'
import { labels } from './labels.mjs'
import { writePicture } from './picture-file.mjs'

const pictures = join(root, 'docs/images')
const forReview = join(root, 'test-results/screenshots')
export const wide = { width: 1280, height: 900 }

/** The languages and themes of every picture. English and light is last: the walk continues in it. */
export const languagesAndThemes = ['it', 'en'].flatMap((language) =>
  ['dark', 'light'].map((theme) => ({ theme, language })),
)

/** The names of the pictures that README and guide show, in either language. */
function namesInDocuments() {
  const guide = readdirSync(join(root, 'docs/guide'), { recursive: true }).map((path) => `docs/guide/${path}`)
  const documents = ['README.md', ...guide].filter((path) => path.endsWith('.md'))
  const texts = documents.map((path) => readFileSync(join(root, path), 'utf8'))
  const links = texts.flatMap((text) => [...text.matchAll(/images\/(?:en|it)\/([\w-]+?)(?:-dark)?[.]webp/g)])
  return new Set(links.map(([, name]) => name))
}

/**
 * Creates the folders and takes the pictures of a walk. `forReviewToo` takes every page, and 400 wide as well; `only`
 * has the names of the pictures that are wanted, or none for all.
 */
export function cameraFor({ forReviewToo, only }) {
  const shown = only.length > 0 ? new Set(only) : namesInDocuments()
  const taken = new Set()
  for (const folder of [join(pictures, 'en'), join(pictures, 'it'), forReview]) mkdirSync(folder, { recursive: true })

  /** The pictures of a name: where each goes, and how the page looks there. */
  function variantsOf(name) {
    const ofDocuments = languagesAndThemes.map(({ theme, language }) => ({
      theme,
      language,
      width: wide.width,
      path: join(pictures, language, `${name}${theme === 'dark' ? '-dark' : ''}.webp`),
    }))
    const ofReview = languagesAndThemes.flatMap(({ theme, language }) =>
      [400, wide.width].map((width) => ({
        theme,
        language,
        width,
        path: join(forReview, `${name}-${theme}-${width}-${language}.webp`),
      })),
    )
    return [...(forReviewToo ? ofReview : []), ...(shown.has(name) ? ofDocuments : [])]
  }

  /** Takes a page in every language and theme, as `takeVariant` does each. */
  async function take(page, name, options) {
    const variants = variantsOf(name)
    for (const variant of variants) await takeVariant(page, variant, options)
    if (variants.length > 0) await show(page, { theme: 'light', language: 'en', width: wide.width })
    noteTaken(name)
  }

  function noteTaken(name) {
    taken.add(name)
    console.log(name)
  }

  return { take, variantsOf, noteTaken, missing: () => [...shown].filter((name) => !taken.has(name)) }
}

/**
 * Takes a page in one language and theme. What a reload closes, `open` opens again by the labels of the language;
 * `text` must be on the page before the picture is taken.
 */
export async function takeVariant(page, variant, { open, clip, text } = {}) {
  await show(page, variant)
  await open?.(labels[variant.language])
  if (text !== undefined) await page.getByText(text).first().waitFor()
  const part = clip !== undefined && variant.width === wide.width ? { clip } : {}
  // A dialog or a menu is shown in the window; a page as tall as its content, within reason.
  if (open === undefined) await page.setViewportSize(await sizeOf(page, variant.width))
  await writePicture(page, variant.path, await page.screenshot({ animations: 'disabled', ...part }))
}

/** Shows the page as it is in a theme, a language and a width. */
export async function show(page, { theme, language, width }) {
  await page.setViewportSize({ width, height: wide.height })
  const chosen = { theme, language }
  await page.evaluate((choices) => Object.entries(choices).forEach((entry) => localStorage.setItem(...entry)), chosen)
  await page.reload({ waitUntil: 'networkidle' })
  await page.locator(`html[lang=${language}]`).waitFor()
  await page.locator('main h1').first().waitFor()
  await page.locator('[aria-busy=true]:visible').first().waitFor({ state: 'detached' })
  await page.getByText(notReadYet(labels[language])).first().waitFor({ state: 'detached' })
}

/** A cell's text about a set until its key has been read. */
function notReadYet({ readiness }) {
  const parts = readiness.notes.ReadinessNotRead({ name: '\n' }).split('\n')
  return new RegExp(parts.map((part) => RegExp.escape(part)).join('.*'))
}

// What sticks to the window's edge would cover the middle of a page that scrolls. Of a long list, the beginning is
// enough.
async function sizeOf(page, width) {
  return { width, height: Math.min(1400, await page.evaluate(() => document.documentElement.scrollHeight)) }
}
