// Loaded before Playwright (node --import): where its WebDriver BiDi asks Firefox ESR for what that does not know yet.
import { registerHooks } from 'node:module'

// A page's colour scheme: tests of it are listed as the driver's limit.
const unknownToFirefox = 'emulation.setMediaFeaturesOverride'
const call = new RegExp(`await (this\\.[\\w.]+\\.send\\("${unknownToFirefox}", \\{[^;]+?\\}\\));`, 'g')

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!url.endsWith('/playwright-core/lib/coreBundle.js')) return loaded
    const source = /** @type {string} */ (loaded.source)
    const calls = source.match(call)?.length ?? 0
    if (calls !== 2) throw new Error(`Playwright asks for ${unknownToFirefox} in ${calls} places, and not in 2`)
    return { ...loaded, source: source.replaceAll(call, '$1.catch(() => undefined);') }
  },
})
