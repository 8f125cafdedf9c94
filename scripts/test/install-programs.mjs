// Installs the programs that tests need besides Node, in the order in which they need them: beside the first tests of
// .ci/run. Each test looks for its own too, and says what it leaves out without it.
import { findAz } from '../az/find-az.mjs'
import { installDebianClients } from '../clients/debian-clients.mjs'
import { findFirefox } from '../engines/firefox/firefox-tests.mjs'
import { findWebKit } from '../engines/webkit/find-webkit.mjs'
import { findNginx } from '../replicas/nginx.mjs'
import { findBrowser } from './find-browser.mjs'
import { findRedis } from './find-redis.mjs'

findRedis()
try {
  findBrowser()
} catch {
  // The browser tests say so.
}
findNginx()
findAz()
installDebianClients(() => true)
findFirefox()
findWebKit()
