import { expect, test } from '../support/portal.ts'

test('the script that the first page waits for is 131 kB at most, in three files and the one before the first paint', async ({
  page,
  portal,
}) => {
  const html = await (await page.request.get(portal.url)).text()
  const scripts = [...html.matchAll(/<(?:script|link rel="modulepreload")[^>]* (?:src|href)="([^"]+)"/g)]
  const answers = await Promise.all(
    scripts.map(([, path]) =>
      page.request.get(new URL(path ?? '', portal.url).href, { headers: { 'accept-encoding': 'br' } }),
    ),
  )
  expect(answers).toHaveLength(4)
  const bytes = answers.map((answer) => Number(answer.headers()['content-length']))
  expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(131_000)
})

const displays = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { contrast: 'more' },
  { forcedColors: 'active' },
] as const

for (const display of displays) {
  for (const width of [500, 1280]) {
    test(`the bar before the script is the bar after it: ${JSON.stringify(display)}, ${width} px`, async ({
      browser,
      portal,
    }) => {
      const bars = []
      for (const javaScriptEnabled of [false, true]) {
        const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 700 }, ...display })
        const page = await context.newPage()
        await page.goto(portal.url)
        if (javaScriptEnabled) await page.getByRole('button', { name: 'Language' }).waitFor()
        bars.push(await page.evaluate(barOf))
        await context.close()
      }
      expect(bars[0]).toEqual(bars[1])
    })
  }
}

/** Where the bar, the mark and the product's name are, and how they are drawn. */
function barOf() {
  const boxOf = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x, y, width, height }
  }
  const bar = document.querySelector('header')
  const name = bar?.querySelector('span')
  const mark = bar?.querySelector('svg')
  if (!bar || !name || !mark) throw new Error('There is no bar')
  const { backgroundColor } = getComputedStyle(bar)
  const { color, fontFamily, fontSize, fontWeight, lineHeight } = getComputedStyle(name)
  const page = document.querySelector('.fui-FluentProvider > div') ?? document.body
  return {
    bar: boxOf(bar),
    name: boxOf(name),
    mark: boxOf(mark),
    markColor: getComputedStyle(mark).color,
    backgroundColor,
    page: getComputedStyle(page).backgroundColor,
    text: { color, fontFamily, fontSize, fontWeight, lineHeight },
  }
}
