// The allowed imports between the parts. A package's tests can also use test tools and read files; nothing else
// differs.
const tests = '[.](test|bench)[.](ts|tsx)$'
// what only tests import
const testSupport = '/src/testing/'
const node_modules = 'node_modules/'
const armCompute = 'node_modules/@azure/arm-compute/'

/** Everything of ours but these folders. */
const oursBut = (...folders) => ({ path: '^(packages|apps)/', pathNot: folders.map((folder) => `^${folder}(/|$)`) })

/** The domain's packages by floor: each may import those of the floors below its own. */
const floors = [
  ['arm'],
  ['disk-encryption', 'gallery'],
  ['image-version'],
  ['version-rules'],
  ['version-update', 'campaign', 'virtual-machine'],
  ['code'],
  ['portal-api'],
].map((floor) => floor.map((name) => `packages/${name}`))
const [[arm], ...aboveArm] = floors
const domain = `^(${floors.flat().join('|')})/`

const allowed = {
  ...Object.fromEntries(
    floors.flatMap((floor, height) => floor.map((folder) => [folder, floors.slice(0, height).flat()])),
  ),
  // The missing arrow matters most: an Azure that shared our rules would prove none of them.
  'packages/azure-simulator': [arm],
  // of `arm`, the file of a copy alone, whose shape the browser has in common with the simulator
  'apps/web': [...aboveArm.flat(), 'packages/arm/src/estate-copy.ts'],
  'apps/bff': [...floors.flat(), 'packages/azure-simulator'],
}

/** The rooms of the server, the lowest first: each may import the rooms before it. */
const rooms = [
  'refusals',
  'process',
  'telemetry',
  'operators',
  'outages',
  'auth',
  'redis',
  'http',
  'cloud',
  'azure/arm',
  'azure/deployments',
  'azure/subscriptions',
  'azure/disk-encryption-sets',
  'azure/galleries',
  'server',
  'config',
  'azure/sources',
  'connection-check',
  'azure/inventory',
  'azure/image-versions',
  'azure/estate',
  'azure/virtual-machines',
  'azure/campaigns',
  'azure/clean-ups',
  'azure/under-way',
  'routes',
  'demo',
].map((room) => `apps/bff/src/${room}`)

const climbs = rooms.slice(0, -1).map((room, height) => ({
  name: `${room.split('/').at(-1)}-climbs`,
  comment: 'a room of the server imports only the rooms below it',
  severity: 'error',
  from: { path: `^${room}/`, pathNot: [tests, testSupport] },
  to: { path: `^(${rooms.slice(height + 1).join('|')})/` },
}))

const arrows = Object.entries(allowed).map(([folder, targets]) => ({
  name: `${folder.split('/')[1]}-arrows`,
  comment: `${folder} may import ${targets.length === 0 ? 'nothing of ours' : targets.join(', ')}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: oursBut(folder, ...targets),
}))

module.exports = {
  forbidden: [
    ...arrows,
    ...climbs,
    {
      name: 'simulator-only-in-demo',
      comment: 'real Azure and demo differ in URLs: only demo.ts of the BFF (and tests) starts the simulator',
      severity: 'error',
      from: { path: '^apps/bff/', pathNot: ['^apps/bff/src/demo[.]ts$', tests, testSupport] },
      to: { path: '^packages/azure-simulator/' },
    },
    {
      name: 'demo-is-an-entry',
      comment: 'nothing in the product imports demo.ts, or the simulator would come along',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: [tests, '^apps/bff/src/testing/portal[.]ts$'] },
      to: { path: '^apps/bff/src/demo[.]ts$' },
    },
    {
      name: 'pure-packages-import-zod-only',
      comment: 'the domain and portal-api run in browser, BFF and tests alike: no I/O, no framework; of the SDK, types',
      severity: 'error',
      from: { path: domain, pathNot: [tests, testSupport] },
      to: { dependencyTypesNot: ['local'], pathNot: ['^packages/', 'node_modules/zod/', armCompute] },
    },
    {
      name: 'sdk-types-only',
      comment: "the browser must not load Azure's SDK: the domain has its types alone",
      severity: 'error',
      from: { path: [domain, '^apps/web/'] },
      to: { path: armCompute, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-knows-no-portal',
      comment:
        'ui/ holds Fluent compositions that any portal could use; what knows the API or the sign-in goes to patterns/',
      severity: 'error',
      from: { path: '^apps/web/src/ui/' },
      to: { path: '^apps/web/src/(api|auth|drafts|patterns|resources|demo|shell)/' },
    },
    {
      name: 'texts-know-no-parts',
      comment: 'a catalogue is read by every part of the portal, so it imports other texts alone',
      severity: 'error',
      from: { path: '^apps/web/src/(i18n/|.*([.](en|it)|-texts)[.]ts$)', pathNot: tests },
      to: { path: '^apps/web/src/.*[.]tsx$' },
    },
    {
      name: 'patterns-below-resources',
      comment: 'a pattern serves two resources or more; it knows none of them, nor the shell',
      severity: 'error',
      from: { path: '^apps/web/src/(api|auth|drafts|i18n|patterns)/', pathNot: tests },
      to: { path: '^apps/web/src/(resources|demo|shell)/' },
    },
    {
      name: 'resources-below-shell',
      comment: 'a page of a resource knows neither the bars around it nor the demo',
      severity: 'error',
      from: { path: '^apps/web/src/resources/', pathNot: tests },
      to: { path: '^apps/web/src/(demo|shell)/' },
    },
    {
      name: 'resources-meet-by-parts',
      comment: 'of another resource, only its parts/ and texts/; its pages and lists are its own',
      severity: 'error',
      from: { path: '^apps/web/src/resources/([^/]+)/' },
      to: {
        path: '^apps/web/src/resources/([^/]+)/',
        pathNot: ['^apps/web/src/resources/$1/', '^apps/web/src/resources/[^/]+/(parts|texts)/'],
      },
    },
    {
      name: 'msal-has-one-door',
      comment: 'only auth/ of the web (and the bridge page) touches MSAL',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: ['^apps/web/(src/)?auth/'] },
      to: { path: 'node_modules/@azure/msal-' },
    },
    {
      name: 'packages-by-name',
      comment: 'a package is imported by its name, through its door, never by a file inside',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: {
        path: '^packages/([^/]+)/',
        pathNot: [
          '^$1/$2/',
          '^packages/[^/]+/src/index[.]ts$',
          `${domain}src/testing/[a-z]+[.]ts$`,
          '^packages/arm/src/estate-copy[.]ts$',
          // a simulator in its own process, without its 300 modules in this one
          '^packages/azure-simulator/src/process/simulator-process[.]ts$',
          '^packages/azure-simulator/src/certificates/stored-signing-key[.]ts$',
          '^packages/azure-simulator/src/testing/fuzz/random-json[.]ts$',
          // facts of Azure's own files, and no rule of the simulator's
          '^packages/azure-simulator/src/testing/openapi/official-operations[.]ts$',
        ],
      },
    },
    {
      name: 'packages-not-by-path',
      comment: 'a relative path out of a package goes around its door',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^packages/', pathNot: ['^$1/$2/'], dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'testing-is-for-tests',
      comment: 'what is made up for a test, or by chance, must not reach a user',
      severity: 'error',
      from: { path: ['^apps/', domain], pathNot: [tests, testSupport] },
      to: { path: testSupport },
    },
    {
      name: 'no-cycles',
      comment: 'what imports itself by a detour cannot be read from one end',
      severity: 'error',
      from: { path: '^(packages|apps|scripts|bench|e2e)/' },
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere, or into a package past its exports',
      severity: 'error',
      from: { path: '^(packages|apps|scripts|bench|e2e)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      comment: 'a package that is used is in the package.json of who uses it',
      severity: 'error',
      // guide/ and styles/ are of the build of the pages, and not of what they bring along
      from: { path: '^(packages|apps)/', pathNot: [tests, testSupport, '^apps/web/(guide|styles)/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], pathNot: ['^packages/'] },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API; swc reads the same syntax.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: node_modules },
    exclude: { path: '(^|/)dist/' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
