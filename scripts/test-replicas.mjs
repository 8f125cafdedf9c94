import { buildIfStale } from './build/web-build-state.mjs'
import { findNginx } from './replicas/nginx.mjs'
import { replicasStory } from './replicas/story.mjs'
// npm run test:replicas: three processes of the portal behind nginx, with one Redis, on one simulated Azure. Users send
// requests steadily and one uses a real browser, while every process is replaced by one of the next version and back,
// one is killed in the middle of a creation, and Redis is stopped and started. Prints its figures and "N passed, N
// failed"; exits with 1 if one failed.
import { boundedStory } from './test/bounded-story.mjs'
import { findBrowser } from './test/find-browser.mjs'
import { findRedis } from './test/find-redis.mjs'
import { endWith } from './test/outcome.mjs'

async function outcome() {
  if (!findRedis())
    return { passed: 0, failed: 1, said: 'There is no redis-server (Debian: apt-get install redis-server).' }
  if (!findNginx()) return { passed: 0, failed: 1, said: 'There is no nginx (Debian: apt-get install nginx).' }
  await buildIfStale()
  return boundedStory({ name: 'replicas', limitMs: 540_000 }, (setting) =>
    replicasStory({ ...setting, executablePath: findBrowser() }),
  )
}

endWith(await outcome())
