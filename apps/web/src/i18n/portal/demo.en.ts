import type { ScenarioId } from '@portal/portal-api'

/** `try`: what to do, from the page that the scenario leads to. `see`: what comes of it. */
export type ScenarioTexts = Record<ScenarioId, { title: string; try: string; see: string }>

const trySet = (name: string) =>
  `In Encryption choose customer-managed keys, then ${name}DiskEncryptionSet for a disk in West US.`

const scenarios: ScenarioTexts = {
  'set-not-granted': {
    title: 'A set that may not use its key',
    try: trySet('WestUSNotGranted'),
    see: 'The disk’s cell says that the set’s identity has no access to the key vault. Below the cells, one press grants it; who may not gets a request to send.',
  },
  'key-disabled': {
    title: 'A disabled key',
    try: trySet('WestUSDisabledKey'),
    see: 'The disk’s cell says that the key is disabled. The version cannot be created with it.',
  },
  'key-expired': {
    title: 'An expired key',
    try: trySet('WestUSExpiredKey'),
    see: 'The disk’s cell says when the key expired. The version cannot be created with it.',
  },
  'key-expires-soon': {
    title: 'A key that expires soon',
    try: trySet('WestUSExpiringKey'),
    see: 'A warning says on which day the key expires. The version can be created all the same.',
  },
  'vault-without-purge-protection': {
    title: 'A key vault without purge protection',
    try: trySet('WestUSNoPurgeProtection'),
    see: 'The disk’s cell says that Azure demands purge protection. Below the cells, one press turns it on.',
  },
  'vault-in-another-region': {
    title: 'A key vault in another region',
    try: trySet('WestUSFarVault'),
    see: 'The disk’s cell says that the set is in West US and its key vault in East US 2. The version cannot be created with it.',
  },
  'vault-behind-firewall': {
    title: 'A key vault behind a firewall',
    try: trySet('WestUSFirewalled'),
    see: 'The disk’s cell says that the firewall lets no trusted Microsoft services in. Below the cells, one press lets them in.',
  },
  'rotation-failed': {
    title: 'A key that no longer rotates',
    try: trySet('WestUSRotationError'),
    see: 'The disk’s cell repeats what Azure says: the set’s managed identity was not found, so its key no longer rotates.',
  },
  'no-set-in-region': {
    title: 'A region without a set',
    try: 'In Replication add Japan East, then choose customer-managed keys in Encryption.',
    see: 'The row of Japan East says that no set there fits. One button makes it: key vault, key, identity, access and set, by one deployment of Azure’s.',
  },
  'region-fails': {
    title: 'A region whose replication fails',
    try: 'In Replication add West Europe; in Encryption choose WestEuropeFailingDiskEncryptionSet there, and a set for every other disk. Create the version.',
    see: 'Azure accepts the version, then fails to replicate it to West Europe. The version’s page says at that region what to do, with Azure’s own text one click away.',
  },
  'slow-region': {
    title: 'A slow region',
    try: 'In Replication add South Africa West, then create the version with a platform managed key.',
    see: 'Every other region completes; South Africa West takes ten times as long. Finish now, in the clock’s menu, ends the wait.',
  },
  'policy-denies-platform-keys': {
    title: 'A policy that denies platform keys',
    try: 'Create a version of ubuntu-governed with a platform managed key.',
    see: 'The review names the policy of the resource group that would refuse the version, and the cells that it is against. The version cannot be created until they are encrypted with customer-managed keys.',
  },
  'source-in-another-subscription': {
    title: 'An encrypted source in another subscription',
    try: 'In Basics choose disks and snapshots as the source, Contoso Development as its subscription, and devEncryptedDisk as the OS disk.',
    see: 'The field says that a disk encrypted with a customer-managed key must be in the gallery’s own subscription.',
  },
  'trusted-launch-machine': {
    title: 'A trusted launch machine with its own keys',
    try: 'In Basics choose a virtual machine as the source: trusted-vm. Then create the version.',
    see: 'A warning says that users report failures of such versions, and the portal offers to make snapshots of the disks as the source instead. Without them Azure accepts the version, and its replication fails.',
  },
  'source-too-large': {
    title: 'A source that is too large',
    try: 'In Basics choose disks and snapshots as the source, and hugeSnapshot for a data disk.',
    see: 'The field says how large the snapshot is and how large it may be.',
  },
  'versions-busy': {
    title: 'A definition that is busy',
    try: 'Create a version of ubuntu-busy.',
    see: 'Azure refuses it with a conflict, as if it were at work on the definition. The portal says so in words and offers to try again. What you entered is kept.',
  },
  throttled: {
    title: 'Throttling',
    try: 'Create a version of ubuntu-throttled. After the wait that Azure asks for, create it again.',
    see: 'Azure takes no more requests and says how long to wait. Afterwards it accepts the version.',
  },
  'number-in-recycle-bin': {
    title: 'A number in the recycle bin',
    try: 'Create a version of ubuntu-recoverable with the number 1.1.0.',
    see: 'The field says that a deleted version has that number, and leads to the recycle bin. Restore the version there, or delete it permanently.',
  },
  reader: {
    title: 'Someone who may only look',
    try: 'As Rita, fill in a version and create it.',
    see: 'Azure refuses to write, and the refusal names the action that Rita’s role does not allow.',
  },
  'no-right-on-sets': {
    title: 'Someone who does not see disk encryption sets',
    try: 'As Eva, choose customer-managed keys in Encryption.',
    see: 'The cells say that Eva may not read sets, instead of that there are none, and a request for the right is ready to be sent. She can create versions with a platform managed key.',
  },
  'second-factor': {
    title: 'A second factor for writing',
    try: 'As Sam, fill in a version and create it.',
    see: 'Azure asks for a second factor first. Once it is approved, the version is created with nothing entered twice.',
  },
  'no-subscription': {
    title: 'Someone without a subscription',
    try: 'As Noor, look at the galleries.',
    see: 'The page says that the account sees no subscription, and whom to ask.',
  },
}

/** The texts of the demonstration's own controls; only its users load them. */
export const demoEn = {
  youAre: (name: string, jobTitle: string) => `You are ${name}, ${jobTitle}`,
  people: 'People',
  clock: {
    label: (speed: string) => `Clock ${speed}`,
    byHand: 'stands still',
    speed: 'Speed of Azure’s time',
    rate: (rate: number) => (rate === 1 ? 'Real time' : `×${rate}`),
    finishNow: 'Finish now',
    underWay: (count: number) => (count === 1 ? '1 operation under way' : `${count} operations under way`),
    nothingUnderWay: 'Nothing is under way',
    finished: 'Everything under way has finished.',
  },
  scenario: {
    label: (title: string) => `Scenario: ${title}`,
    none: 'none',
    noneChoice: 'None',
    all: 'All scenarios',
    try: 'Try',
    see: 'You will see',
    as: (name: string, jobTitle: string) => `As ${name}, ${jobTitle}`,
    tryIt: 'Try it',
    tryItNamed: (title: string) => `Try it: ${title}`,
    close: 'End this scenario',
  },
  reset: {
    button: 'Reset',
    title: 'Reset the demonstration?',
    body: 'Everything made or changed in this simulated Azure is lost: image versions, disk encryption sets, key vaults, grants. It goes back to what it was at the beginning. You stay signed in, and drafts in this browser are kept.',
    confirm: 'Reset',
    keep: 'Cancel',
    done: 'The demonstration is as it was at the beginning.',
  },
  about: {
    button: 'What is this?',
    title: 'A demonstration on a simulated Azure',
    close: 'Close',
    body: 'This portal works against a simulated Azure that keeps to Azure’s own rules as far as they are known. Nothing here exists or costs anything, nobody needs a password, and nobody else sees what you do. Switch persons, let the clock run faster, or try a scenario to see what goes wrong and how the portal tells.',
  },
  aside: {
    title: 'Your simulated Azure was set aside',
    body: 'One of your requests stopped it from answering, so your changes were removed. Reset it to continue; your sign-in and drafts are kept.',
  },
  restarted: {
    title: (time: string) => `The simulated Azure restarted: ${time}`,
    body: 'A request had stopped it from answering. Your resources and sign-in are kept; repeat any action that showed an error.',
    dismiss: 'Dismiss message',
  },
  controls: 'Demo controls',
  noControls: 'The demo’s controls cannot be reached',
  scenariosTitle: 'Scenarios',
  scenariosSubtitle: 'What can go wrong in Azure, by what you choose and who you are',
  scenarios,
}

/** Every text of the demonstration, as in `Texts`. */
export type DemoTexts = typeof demoEn
