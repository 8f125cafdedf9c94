// What documents say of numbers and names that the code owns: each is compared with its owner. Run by links.mjs.
import { globSync } from 'node:fs'

const text = (/** @type {RegExp} */ pattern) => (/** @type {string} */ source) => pattern.exec(source)?.slice(1)

/**
 * A page, what it says, and the file that owns it: `says` and `has` find the same numbers, in the same order. `times`
 * is how much of the code's unit is one of the page's, for each number or for all.
 * @typedef {{ page: string, says: RegExp, owner: string, has: (source: string) => string[] | undefined, times?: number |
 *   number[] }} Fact
 */

const limits = 'apps/bff/src/http/rate-limits.ts'
const configuration = 'docs/configuration.md'
const inventory = 'docs/security/inventory.md'
const operating = 'docs/operating.md'
const reliability = 'docs/reliability.md'
const forOthers = 'docs/run-the-demo-for-others.md'
const sandboxes = 'packages/azure-simulator/src/sandboxes/sandbox-limits.ts'

/** @type {Fact[]} */
export const facts = [
  ...[
    ['ADDRESS_REQUESTS_PER_SECOND', 'address'],
    ['USER_REQUESTS_PER_SECOND', 'user'],
    ['USER_WRITES_PER_SECOND', 'userWrites'],
  ].map(([variable, name]) => ({
    page: configuration,
    says: new RegExp(`^\\| \`${variable}\` .*?over (\\d+) s; default (\\d+)`, 'm'),
    owner: limits,
    has: (/** @type {string} */ source) => [
      ...(new RegExp(`const counted = .*\\b${name}: (\\d+)`).exec(source)?.slice(1) ?? []),
      ...(new RegExp(`const defaultRequestsPerSecond.*\\b${name}: (\\d+)`).exec(source)?.slice(1) ?? []),
    ],
  })),
  {
    page: configuration,
    says: /^\| `USER_EXCHANGES_PER_MINUTE` .*?default (\d+)/m,
    owner: limits,
    has: text(/defaultExchangesPerMinute = (\d+)/),
  },
  {
    page: configuration,
    says: /^\| `ADDRESS_CONNECTIONS` .*?default (\d+) of ([\d,]+)/m,
    owner: 'apps/bff/src/server/connection-limits.ts',
    has: (source) => text(/most: ([\d_]+), ofAddress: (\d+)/)(source)?.toReversed(),
  },
  {
    page: operating,
    says: /A replica answers (\d+) API requests[^]*?a user has (\d+), and an address (\d+)/,
    owner: 'apps/bff/src/http/concurrent-requests.ts',
    has: (source) => {
      const [all, address, user] = text(/requests: \{ all: (\d+), ofAddress: (\d+), ofUser: (\d+)/)(source) ?? []
      return all && [all, user, address]
    },
  },
  {
    page: operating,
    says: /the Bicep file sets (\d+) days/,
    owner: 'deploy/azure-container-apps/main.bicep',
    has: text(/retentionInDays: (\d+)/),
  },
  {
    page: inventory,
    says: /(\d+) sockets, (\d+) concurrent calls per user, (\d+) waiting/,
    owner: 'apps/bff/src/outages/azure-services.ts',
    has: (source) => ['callsOfAll', 'callsOfUser', 'waitingOfAll'].map((name) => numberNamed(source, name)),
  },
  {
    page: inventory,
    says: /waiting; (\d+) s for a read, (\d+) s for a write/,
    owner: 'apps/bff/src/azure/arm/call-timeouts.ts',
    has: text(/read: ([\d_]+), write: ([\d_]+)/),
    times: 1000,
  },
  {
    page: inventory,
    says: /connections, (\d+) s for headers, (\d+) s for a request/,
    owner: 'apps/bff/src/server/server.ts',
    has: text(/headersTimeout: ([\d_]+),\s+requestTimeout: ([\d_]+)/),
    times: 1000,
  },
  {
    page: inventory,
    says: /for a request, (\d+) s for a body of at most (\d+) kB/,
    owner: 'apps/bff/src/http/read-body.ts',
    has: (source) => text(/smallBody = \{ bytes: ([\d_ *]+), ms: ([\d_]+)/)(source)?.toReversed(),
    times: [1000, 1024],
  },
  {
    page: inventory,
    says: /Limits: (\d+) regions/,
    owner: 'packages/image-version/src/plan.ts',
    has: text(/targetRegions: z\.array\(targetRegion\)\.check\(z\.maxLength\((\d+)\)/),
  },
  {
    page: inventory,
    says: /regions, (\d+) MB for a plan/,
    owner: 'packages/portal-api/src/image-versions/image-versions.ts',
    has: text(/largestPlan = ([\d_ *]+)/),
    times: 1024 ** 2,
  },
  {
    page: inventory,
    says: /other requests, (\d+) levels, (\d+) items/,
    owner: 'apps/bff/src/http/unsafe-json.ts',
    has: (source) => ['deepest', 'longestArray'].map((name) => numberNamed(source, name)),
  },
  {
    page: 'docs/deployment.md',
    says: /Kubernetes limits it to (\d+) MiB/,
    owner: 'deploy/kubernetes/deployment.yaml',
    has: text(/limits:\s+memory: (\d+)Mi/),
  },
  {
    page: 'docs/deployment.md',
    says: /Container Apps to (\d+) GiB/,
    owner: 'deploy/azure-container-apps/main.bicep',
    has: text(/memory: '(\d+)Gi'/),
  },
  {
    page: operating,
    says: /reads it every (\d+) s/,
    owner: 'apps/bff/src/operators/start-operators.ts',
    has: text(/lookMs = ([\d_]+)/),
    times: 1000,
  },
  {
    page: inventory,
    says: /(\d+) ms for a response, then no requests for (\d+) s/,
    owner: 'apps/bff/src/redis/open-redis.ts',
    has: (source) => text(/quietMs = ([\d_]+)[^]*?patienceMs = (\d+)/)(source)?.toReversed(),
    times: [1, 1000],
  },
  {
    page: inventory,
    says: /once in (\d+) s for all callers/,
    owner: 'apps/bff/src/connection-check/check-connection.ts',
    has: text(/entraLinksCachedMs = ([\d_]+)/),
    times: 1000,
  },
  {
    page: inventory,
    says: /up to ([\d,]+) characters/,
    owner: 'packages/code/src/importers/importers.ts',
    has: text(/longestImport = ([\d_]+)/),
  },
  {
    page: 'docs/security/threat-model.md',
    says: /: (\d+) kB, only the origin/,
    owner: 'apps/bff/src/http/csp-reports.ts',
    has: text(/largestReport = ([\d_ *]+)/),
    times: 1024,
  },
  {
    page: reliability,
    says: /reads are retried after (\d+), (\d+) and (\d+) s/,
    owner: 'apps/bff/src/azure/arm/read-retries.ts',
    has: (source) => [1, 2, 4].map((times) => `${times} * ${numberNamed(source, 'firstThrottledPauseMs')}`),
    times: 1000,
  },
  {
    page: reliability,
    says: /pages: stopped after (\d+)/,
    owner: 'apps/bff/src/azure/arm/sdk-answers.ts',
    has: text(/maxPages = (\d+)/),
  },
  {
    page: reliability,
    says: /has at most (\d+) connections; if all ([\d,]+)/,
    owner: 'apps/bff/src/server/connection-limits.ts',
    has: (source) => text(/most: ([\d_]+), ofAddress: (\d+)/)(source)?.toReversed(),
  },
  {
    page: forOthers,
    says: /([\d,]+) concurrent tenants; a tenant ends (\d+) minutes/,
    owner: sandboxes,
    has: text(/sandboxes: (\d+),[^]*?idle: (\d+) \* minute/),
  },
  {
    page: forOthers,
    says: /([\d,]+) resources or (\d+) MB/,
    owner: sandboxes,
    has: text(/resources: (\d+),\s+bytes: (\d+) \* megabyte/),
  },
  {
    page: forOthers,
    says: /(\d+) new tenants in (\d+) minutes/,
    owner: sandboxes,
    has: text(/perAddress: \{ sandboxes: (\d+), within: (\d+) \* minute/),
  },
  {
    page: forOthers,
    says: /(\d+) requests in progress/,
    owner: 'apps/bff/src/demo/azure-gate.ts',
    has: text(/mostOfAddress = (\d+)/),
  },
  {
    page: forOthers,
    says: /([\d,]+) MB of objects/,
    owner: 'packages/azure-simulator/src/process/simulator-process.ts',
    has: text(/memoryMb = (\d+)/),
  },
  ...['docs/guide/encrypt-versions.md', 'docs/guide/it/encrypt-versions.md'].map((page) => ({
    page,
    says: /(\d+) version[is] (?:of a resource group|di un gruppo di risorse)/,
    owner: 'packages/campaign/src/campaign.ts',
    has: text(/mostItems = (\d+)/),
  })),
]

const numberNamed = (/** @type {string} */ source, /** @type {string} */ name) =>
  new RegExp(`const ${name} = ([\\d_]+)`).exec(source)?.[1] ?? ''
/** `64 * 1024`, `20_000` or `2,000` as a number. */
const valueOf = (/** @type {string} */ digits) =>
  digits.split('*').reduce((product, part) => product * Number(part.replaceAll(/[\s_,]/g, '')), 1)

/** How many lines a page has at most: what a reader takes in. */
const longest = (/** @type {string} */ path) =>
  ({ 'README.md': 80, 'docs/architecture.md': 150, 'docs/security/review.md': 80 })[path] ??
  (path.startsWith('docs/guide/') ? 120 : Infinity)

/**
 * What documents say that is not so.
 * @param {string[]} documents their paths
 * @param {(path: string) => string} read a file of the project
 * @param {string[]} server paths of the server's own code
 * @returns {string[]} sentences
 */
export function documentFaults(documents, read, server) {
  return [
    ...facts.flatMap((fact) => factFaults(fact, read)),
    ...documents.flatMap((path) => {
      const lines = read(path).trimEnd().split('\n').length
      return lines > longest(path) ? [`${path} has ${lines} lines; a reader takes in ${longest(path)}`] : []
    }),
    ...nameFaults(read, server.map(read).join('\n')),
    ...versionFaults(read),
  ]
}

function factFaults({ page, says, owner, has, times = 1 }, read) {
  const said = says.exec(read(page))?.slice(1)
  const owned = has(read(owner))
  if (said === undefined) return [`${page} no longer says ${says.source}: correct scripts/check/document-facts.mjs`]
  if (owned === undefined || owned.length !== said.length || owned.includes(''))
    return [`${owner} no longer has what ${page} says of ${says.source}: correct scripts/check/document-facts.mjs`]
  const factors = said.map((_, at) => (Array.isArray(times) ? times[at] : times))
  return said.flatMap((each, at) =>
    valueOf(each) * factors[at] === valueOf(owned[at])
      ? []
      : [`${page} says ${each} where ${owner} has ${owned[at].trim()} (${says.source})`],
  )
}

/** The newest release of the changelog, and the names of its files and images: package.json owns the number. */
function versionFaults(read) {
  const { version } = JSON.parse(read('package.json'))
  return releasePlaces.flatMap((path) => {
    const named = [...read(path).matchAll(/(?:^## |portal[:-]|^ARG VERSION=|newTag: )(\d+\.\d+\.\d+)/gm)]
    const checked = path === 'CHANGELOG.md' ? named.slice(0, 1) : named
    if (checked.length === 0) return [`${path} no longer names the version: correct scripts/check/document-facts.mjs`]
    return checked.flatMap(([, each]) =>
      each === version ? [] : [`${path} names ${each}; package.json has ${version}`],
    )
  })
}

const releasePlaces = [
  'CHANGELOG.md',
  'docs/deployment.md',
  'deploy/container/Dockerfile',
  'deploy/kubernetes/kustomization.yaml',
  'deploy/azure-container-apps/main.bicep',
  'deploy/azure-container-apps/portal.bicepparam',
]

/** Events of the log and variables: each has its line in the page that lists them, and the page lists no others. */
function nameFaults(read, code) {
  const list = /^## Events in the log\n([^]*?)(?=^## |$(?![^]))/m.exec(read('docs/security/threat-model.md'))?.[1] ?? ''
  const listed = [...list.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map(([, name]) => name)
  const written = [...code.matchAll(/\b(?:event|securityEvent): '([a-z]+(?:-[a-z]+)+)'/g)].map(([, name]) => name)
  const variables = [...read(configuration).matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+) \|/gm)]
    .flatMap(([, names]) => [...names.matchAll(/`([A-Z_]+)`/g)])
    .map(([, name]) => name)
  const used = [...code.matchAll(/\b\w+\(env, '([A-Z_]+)'/g)].map(([, name]) => name)
  return [
    ...new Set([
      ...written
        .filter((name) => !listed.includes(name) && !internalEvents.includes(name))
        .map((name) => `docs/security/threat-model.md lacks the event ${name}`),
      ...listed
        .filter((name) => !code.includes(`'${name}'`) && !fieldsOfEvents.includes(name))
        .map((name) => `docs/security/threat-model.md names the event ${name}, which no code writes`),
      ...variables
        .filter((name) => !code.includes(name) && !ofNode.includes(name))
        .map((name) => `${configuration} names ${name}, which no code reads`),
      ...used
        .filter((name) => !read(configuration).includes(name) && !unlisted.test(name))
        .map((name) => `${configuration} lacks the variable ${name}`),
    ]),
  ]
}

/** Of no sender: what a request was, and what became of it, is in its own line. */
const internalEvents = ['request-refused']
const fieldsOfEvents = ['route', 'tid', 'oid', 'address']
/** Read by Node.js and OpenTelemetry's SDK. */
const ofNode = ['NODE_EXTRA_CA_CERTS', 'OTEL_EXPORTER_OTLP_HEADERS']

/** What only the project's own scripts set, and a name that is refused with the one that took its place. */
const unlisted = /^(NODE_ENV|AZURE_SIMULATOR_\w+|BLOCK_LIST_FILE)$/

/** The paths of the server's own code, without tests. */
export function serverFiles(/** @type {string} */ root) {
  return globSync('apps/bff/src/**/*.ts', { cwd: root, exclude: ['**/*.test.ts', '**/testing/**'] })
}
