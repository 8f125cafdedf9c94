import type { ScenarioId } from '@portal/portal-api'

/** `try`: what to do, from the page that the scenario opens. `see`: the result. */
export type ScenarioTexts = Record<ScenarioId, { title: string; try: string; see: string }>

const trySet = (name: string) =>
  `On the Encryption tab, choose customer-managed keys, and then ${name}DiskEncryptionSet for a disk in West US.`

const scenarios: ScenarioTexts = {
  'set-not-granted': {
    title: 'Set without access to its key',
    try: trySet('WestUSNotGranted'),
    see: 'The disk’s cell shows that the set has no access to the key vault. Grant access below the cells, or send the request if you don’t have permission.',
  },
  'key-disabled': {
    title: 'Disabled key',
    try: trySet('WestUSDisabledKey'),
    see: 'The disk’s cell shows that the key is disabled. The version can’t be created with this set.',
  },
  'key-expired': {
    title: 'Expired key',
    try: trySet('WestUSExpiredKey'),
    see: 'The disk’s cell shows when the key expired. The version can’t be created with this set.',
  },
  'key-expires-soon': {
    title: 'Key that expires soon',
    try: trySet('WestUSExpiringKey'),
    see: 'A warning shows the date when the key expires. You can still create the version.',
  },
  'vault-without-purge-protection': {
    title: 'Key vault without purge protection',
    try: trySet('WestUSNoPurgeProtection'),
    see: 'The disk’s cell shows that Azure requires purge protection. Turn it on below the cells.',
  },
  'vault-in-another-region': {
    title: 'Key vault in another region',
    try: trySet('WestUSFarVault'),
    see: 'The disk’s cell shows that the set is in West US, but its key vault is in East US 2. The version can’t be created with this set.',
  },
  'vault-behind-firewall': {
    title: 'Key vault behind a firewall',
    try: trySet('WestUSFirewalled'),
    see: 'The disk’s cell shows that the firewall blocks trusted Microsoft services. Allow them below the cells.',
  },
  'rotation-failed': {
    title: 'Failed key rotation',
    try: trySet('WestUSRotationError'),
    see: 'The disk’s cell shows Azure’s message: the set’s managed identity wasn’t found, so the key is no longer rotated.',
  },
  'no-set-in-region': {
    title: 'Region without a set',
    try: 'On the Replication tab, add Japan East. On the Encryption tab, choose customer-managed keys.',
    see: 'The Japan East row shows that no set matches. One button creates everything it needs: key vault, key, identity, access, and set.',
  },
  'region-fails': {
    title: 'Failed replication to a region',
    try: 'On the Replication tab, add West Europe. On the Encryption tab, choose WestEuropeFailingDiskEncryptionSet for it, fill the remaining cells, and then create the version.',
    see: 'Azure accepts the version, but replication to West Europe fails. The version’s page shows what to do, with Azure’s message under Details.',
  },
  'slow-region': {
    title: 'Slow region',
    try: 'On the Replication tab, add South Africa West, and then create the version with a platform-managed key.',
    see: 'Other regions complete, but South Africa West is ten times slower. To end the wait, select Finish now in the clock menu.',
  },
  'policy-denies-platform-keys': {
    title: 'Policy that denies platform-managed keys',
    try: 'Create a version of ubuntu-governed with a platform-managed key.',
    see: 'The review shows the policy that would deny the version, and the affected cells. The version can’t be created until they use customer-managed keys.',
  },
  'source-in-another-subscription': {
    title: 'Encrypted source in another subscription',
    try: 'On the Basics tab, choose disks and snapshots as the source, Contoso Development as the subscription, and devEncryptedDisk as the OS disk.',
    see: 'The field shows that a disk with a customer-managed key must be in the gallery’s subscription.',
  },
  'trusted-launch-machine': {
    title: 'Trusted launch VM with customer-managed keys',
    try: 'On the Basics tab, choose the virtual machine trusted-vm as the source, and then create the version.',
    see: 'A warning shows that replication of such versions might fail, and offers to use snapshots instead. Without them, Azure accepts the version, but replication fails.',
  },
  'source-too-large': {
    title: 'Source that is too large',
    try: 'On the Basics tab, choose disks and snapshots as the source, and hugeSnapshot for a data disk.',
    see: 'The field shows the size of the snapshot and the maximum size.',
  },
  'versions-busy': {
    title: 'Busy image definition',
    try: 'Create a version of ubuntu-busy.',
    see: 'Azure rejects the version because another operation is in progress. You can try again, and your entries are kept.',
  },
  throttled: {
    title: 'Throttling',
    try: 'Create a version of ubuntu-throttled. Wait as long as Azure requires, and then create it again.',
    see: 'Azure limits requests and says how long to wait. After that, it accepts the version.',
  },
  'number-in-recycle-bin': {
    title: 'Version number in the recycle bin',
    try: 'Create version 1.1.0 of ubuntu-recoverable.',
    see: 'The field shows that a deleted version has that number. Restore it in the recycle bin, or delete it permanently.',
  },
  reader: {
    title: 'User with read-only access',
    try: 'As Rita, create a version.',
    see: 'Azure denies the request. The message shows the action that Rita’s role doesn’t include.',
  },
  'no-right-on-sets': {
    title: 'User without permission to view sets',
    try: 'As Eva, choose customer-managed keys on the Encryption tab.',
    see: 'The cells show that Eva has no permission to view sets, with a request to send. She can create versions with a platform-managed key.',
  },
  'second-factor': {
    title: 'Multifactor authentication for changes',
    try: 'As Sam, create a version.',
    see: 'Azure requires multifactor authentication. After you verify your identity, the version is created. You don’t have to enter anything again.',
  },
  'no-subscription': {
    title: 'User without a subscription',
    try: 'As Noor, open the galleries.',
    see: 'The page shows that the account has no subscriptions, and who to contact.',
  },
}

/** The texts of the demo’s own controls; only its users load them. */
export const demoEn = {
  youAre: (name: string, jobTitle: string) => `Signed in as ${name}, ${jobTitle}`,
  people: 'Users',
  clock: {
    label: (speed: string) => `Clock: ${speed}`,
    byHand: 'paused',
    speed: 'Speed of simulated time',
    rate: (rate: number) => (rate === 1 ? 'Real time' : `×${rate}`),
    finishNow: 'Finish now',
    underWay: (count: number) => (count === 1 ? '1 operation in progress' : `${count} operations in progress`),
    nothingUnderWay: 'No operations in progress',
    finished: 'All operations finished.',
  },
  scenario: {
    label: (title: string) => `Scenario: ${title}`,
    none: 'none',
    noneChoice: 'None',
    all: 'All scenarios',
    try: 'Steps',
    see: 'Result',
    as: (name: string, jobTitle: string) => `As ${name}, ${jobTitle}`,
    tryIt: 'Try it',
    tryItNamed: (title: string) => `Try it: ${title}`,
    steps: 'Steps',
    close: 'End scenario',
  },
  reset: {
    button: 'Reset',
    title: 'Reset the demo?',
    body: 'All changes in this simulated Azure are lost. Drafts are kept.',
    confirm: 'Reset',
    keep: 'Cancel',
    done: 'The demo was reset.',
  },
  about: {
    button: 'About this demo',
    title: 'About this demo',
    close: 'Close',
    body: 'This portal runs in a simulated Azure environment. Nothing is real or costs anything, and only you see your changes. Switch users, speed up time, or try a scenario.',
  },
  aside: {
    title: 'Your simulated Azure environment stopped responding',
    body: 'One of your requests caused this, so your changes were removed. Reset the demo to continue; your sign-in and drafts are kept.',
  },
  restarted: {
    title: (time: string) => `The simulated Azure restarted: ${time}`,
    body: 'A request stopped it from responding. Your resources and sign-in are kept; repeat any action that showed an error.',
    dismiss: 'Dismiss message',
  },
  controls: 'Demo controls',
  noControls: 'Couldn’t reach the demo controls',
  scenariosTitle: 'Scenarios',
  scenariosSubtitle: 'Try common problems in Azure and see how the portal handles them',
  scenarios,
}

/** Every text of the demonstration, as in `Texts`. */
export type DemoTexts = typeof demoEn
