/**
 * Why tests are slow, by their files; the first group that fits counts. "npm run test:slowest" prints it, and
 * docs/performance.md says what most of them cost.
 */
export const slowGroups = [
  {
    files: /^apps\/bff\/src\/(main|demo|demo\/demo-process|connection\/doctor|redis\/(away|start-shared-state))\.test/,
    reason: 'starts the portal as separate processes; one that is told to end serves for another 5 s',
  },
  {
    files: /^packages\/azure-simulator\/src\/process\//,
    reason: 'starts the simulator as a process, hangs it until its watch ends it after 2 s, and fills its heap',
  },
  {
    files: /^apps\/bff\/src\/agreement\//,
    reason: 'sends hundreds of random plans, or random orders of commands, to the simulator over HTTP',
  },
  {
    files: /^apps\/bff\/src\/azure\/estate\/key-impact\//,
    reason: 'lets six outages happen to a hundred random worlds, and tries every machine, disk and version after each',
  },
  { files: /\/fuzz\//, reason: 'sends random requests for as many seeds as find what the test is for' },
  {
    files: /^packages\/code\/src\/importers\//,
    reason: 'reads texts up to the size at which the import gives up, and a thousand random ones',
  },
  {
    files: /^apps\/bff\/src\/redis\//,
    reason: 'starts, hangs and kills a real Redis, whose client waits before it connects again',
  },
  {
    files: /^apps\/bff\/src\/attacks\/(requests|limits)\.test/,
    reason: 'opens thousands of connections, and sends slower than the time limits of the server allow',
  },
  { files: /^apps\/bff\/src\/attacks\//, reason: 'is two hundred users, or every endpoint and parameter, one by one' },
  {
    files: /^apps\/bff\/src\/(routes|faults|operators|demo|connection)\//,
    reason: 'starts a simulator and a portal for each test, and signs in over HTTP',
  },
  {
    files: /^packages\/code\/src\/exporters\//,
    reason: 'gives random plans in every language to HashiCorp’s parser, and scripts to bash',
  },
  { files: /^packages\/azure-simulator\/src\/sandboxes\//, reason: 'has two hundred sandboxes at work at once' },
  {
    files: /^packages\/azure-simulator\/src\/(listening|intake)\//,
    reason: 'waits for the time limits of Node’s server, which no clock of ours moves',
  },
  { files: /^packages\/azure-simulator\//, reason: 'sends a request over HTTP for each fact of Azure' },
  { files: /^apps\/bff\//, reason: 'starts servers that answer over HTTP' },
  { files: /^apps\/web\/src\/.*\.test\.tsx$/, reason: 'loads and renders Fluent UI in happy-dom' },
  { files: /^apps\/web\//, reason: 'loads much of the portal’s code, or its guide' },
  { files: /^(scripts|deploy|bench)\//, reason: 'runs a tool of the project on a planted project' },
  {
    files: /^e2e\/portal\/(accessibility|screen-sizes|text-)/,
    reason: 'opens every page of the portal in one browser',
  },
  { files: /^e2e\//, reason: 'signs in and does in a browser what a user does' },
]
