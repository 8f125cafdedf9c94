import { boundedStory } from '../../test/bounded-story.mjs'
import { findWebKit } from './find-webkit.mjs'
import { driverSilence, webKitStory } from './story.mjs'

/**
 * The walk in WebKit, for at most four minutes. Where WebKit can't be had it says so, and nothing has failed.
 * @returns {Promise<import('../tested-engine.mjs').EngineOutcome>}
 */
export async function webKitWalk() {
  if (!findWebKit()) {
    console.log('WebKit: not tested, because there is no WebKitWebDriver or no Xvfb (Debian: webkit2gtk-driver, xvfb)')
    return { passed: 0, failed: 0 }
  }
  /** @type {import('./story.mjs').Walked} */
  let walked = { version: '', areas: {} }
  const walk = () =>
    boundedStory({ name: 'webkit', limitMs: 240_000 }, (setting) => {
      walked = { version: '', areas: {} }
      return webKitStory(setting, walked)
    })
  let outcome = await walk()
  if (outcome.said?.includes(driverSilence)) {
    console.log(`${outcome.said.split('\n')[0]}. The walk begins again, once.`)
    outcome = await walk()
  }
  return { ...outcome, tested: { name: 'WebKit', how: 'WebDriver', ...walked } }
}
