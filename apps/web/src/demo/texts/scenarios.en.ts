import type { ScenarioCategory, ScenarioId } from '@portal/portal-api'

/** `do`: what to do on the page. `see`: what then appears there. */
export interface StepTexts {
  do: string
  see: string
}

/** The texts of each scenario: what it is about, and one step for each of scenario-steps.ts. */
export type ScenarioTexts = Record<ScenarioId, { title: string; about: string; steps: [StepTexts, ...StepTexts[]] }>

const review = (see: string): StepTexts => ({ do: 'Select Review + create.', see })
const cellOf = (see: string): StepTexts => ({
  do: 'Look at the first cell, the OS disk in West US, and the text below its row.',
  see,
})

export const scenariosEn: ScenarioTexts = {
  tour: {
    title: 'Guided tour',
    about: 'Create a version in three regions with Contoso’s customer-managed keys, and see its code.',
    steps: [
      {
        do: 'Do what the cards say, from Home on.',
        see: 'A new version in three regions, encrypted with your own keys, and the code for it.',
      },
    ],
  },
  'encrypted-version': {
    title: 'A version encrypted with your own keys',
    about: 'Create a version in two regions, and compare the applied keys with the requested ones.',
    steps: [
      review('Validation passed, with the key of each disk in each region.'),
      { do: 'Select Create.', see: 'The page of the new version shows each region as it replicates.' },
      {
        do: 'Wait, or select Move time forward.',
        see: 'Both regions are complete, and the applied encryption is as requested.',
      },
    ],
  },
  'set-not-granted': {
    title: 'Set without access to its key',
    about: 'A set has no access to its key vault. Grant the access without leaving the wizard.',
    steps: [
      cellOf('The set has no access to the key vault.'),
      {
        do: 'Select Grant key vault access.',
        see: 'The access is granted, and the set is read again until Azure shows it.',
      },
    ],
  },
  'key-disabled': {
    title: 'Disabled key',
    about: 'The validation finds a disabled key before Azure is asked.',
    steps: [review('The key of the OS disk in West US is disabled. The version can’t be created with this set.')],
  },
  'key-expired': {
    title: 'Expired key',
    about: 'The validation finds an expired key, and shows when it expired.',
    steps: [review('The problem shows when the key expired. The version can’t be created with this set.')],
  },
  'key-expires-soon': {
    title: 'Key that expires soon',
    about: 'A key expires in a few days: the validation warns you, and you can still create the version.',
    steps: [review('A warning shows the date when the key expires. You can still create the version.')],
  },
  'vault-without-purge-protection': {
    title: 'Key vault without purge protection',
    about: 'Azure requires purge protection on the key vault. Turn it on in the wizard.',
    steps: [
      cellOf('Azure requires purge protection, and this key vault doesn’t have it.'),
      { do: 'Select Turn on purge protection, and then Turn on.', see: 'The set is ready.' },
    ],
  },
  'vault-in-another-region': {
    title: 'Key vault in another region',
    about: 'A set and its key vault are in different regions, which Azure doesn’t support.',
    steps: [
      review('The set is in West US, but its key vault is in East US 2. The version can’t be created with this set.'),
    ],
  },
  'vault-behind-firewall': {
    title: 'Key vault behind a firewall',
    about: 'A firewall blocks trusted Microsoft services. Allow them in the wizard.',
    steps: [
      cellOf('The firewall of the key vault blocks trusted Microsoft services.'),
      { do: 'Select Allow trusted Microsoft services.', see: 'The set is ready.' },
    ],
  },
  'rotation-failed': {
    title: 'Failed key rotation',
    about: 'A set has lost its managed identity, so Azure no longer rotates its key.',
    steps: [review('Azure’s message: the set’s managed identity wasn’t found, so the key is no longer rotated.')],
  },
  'key-in-another-tenant': {
    title: 'Key in another tenant',
    about: 'Replication to West Europe fails until another tenant, Fabrikam, grants access to its key.',
    steps: [
      {
        do: 'Select Create. The set in West Europe uses a key of Fabrikam, another tenant. Select Move time forward.',
        see: 'Replication to West Europe failed, because Fabrikam hasn’t granted access to its key.',
      },
      {
        do: 'Select Grant access at Fabrikam, as an administrator of Fabrikam would.',
        see: 'Fabrikam has granted access. The portal can’t see that, only try.',
      },
      {
        do: 'Select Repair…, and then Remove and add again. While you wait, select Move time forward.',
        see: 'Both regions are complete, and West Europe is encrypted with Fabrikam’s key.',
      },
    ],
  },
  'key-outage': {
    title: 'Rehearsal of a key outage',
    about: 'Disable a key: the virtual machines in the forecast stop within the hour. Enable it to restart them.',
    steps: [
      {
        do: 'Read the forecast for a disabled key, and then select Disable key.',
        see: 'The machines that would stop within the hour are listed.',
      },
      {
        do: 'Select Let an hour pass.',
        see: 'The machines in the forecast are stopped. The others keep running.',
      },
      {
        do: 'Select Enable key. The demo then restarts the machines, as an operator would.',
        see: 'The machines are running again.',
      },
    ],
  },
  'no-set-in-region': {
    title: 'Region without a set',
    about: 'Japan East has no set. Create the key vault, key, set, and access in one deployment.',
    steps: [
      {
        do: 'Look at Japan East in the table.',
        see: 'No set matches, and one button offers to create everything that is missing.',
      },
      {
        do: 'Select Create missing set in Japan East, and follow the panel. While you wait, select Move time forward.',
        see: 'The new set is chosen in the cells of Japan East.',
      },
    ],
  },
  'region-fails': {
    title: 'Failed replication to a region',
    about: 'Replication to West Europe fails. Repair that region without touching the other one.',
    steps: [
      { do: 'Select Create.', see: 'Azure accepts the version, and both regions replicate.' },
      {
        do: 'Wait, or select Move time forward.',
        see: 'West Europe has failed. Its row shows Azure’s message, and offers to repair it.',
      },
      {
        do: 'Select Repair…, and then Remove and add again. Wait, or select Move time forward.',
        see: 'Both regions are complete, with the keys that were requested.',
      },
    ],
  },
  'slow-region': {
    title: 'Slow region',
    about: 'Two regions are complete while South Africa West still replicates.',
    steps: [
      { do: 'Select Create.', see: 'The version replicates to three regions.' },
      {
        do: 'Wait, or select Move time forward.',
        see: 'Two regions are complete, but South Africa West is ten times slower.',
      },
    ],
  },
  'policy-denies-platform-keys': {
    title: 'Policy that denies platform-managed keys',
    about: 'An Azure Policy assignment denies platform-managed keys. The validation shows which disks it affects.',
    steps: [
      review(
        'The policy that would deny the version, and the affected cells. The version can’t be created until those cells use customer-managed keys.',
      ),
    ],
  },
  'source-in-another-subscription': {
    title: 'Encrypted source in another subscription',
    about: 'A disk with a customer-managed key can’t be the source of a version in another subscription.',
    steps: [review('A disk with a customer-managed key must be in the subscription of the gallery.')],
  },
  'trusted-launch-machine': {
    title: 'Trusted launch VM with customer-managed keys',
    about: 'Replication might fail for a Trusted launch VM with customer-managed keys. Snapshots are the way around.',
    steps: [review('A warning that replication might fail. On the Basics tab, you can use snapshots instead.')],
  },
  'source-too-large': {
    title: 'Source that is too large',
    about: 'A snapshot is larger than Azure supports for image versions.',
    steps: [review('The size of the snapshot, and the maximum size.')],
  },
  'source-with-plan': {
    title: 'Source with a purchase plan',
    about: 'A disk was created with a purchase plan that the image definition lacks. Create a definition that has it.',
    steps: [
      review(
        'A warning: the image definition lacks the purchase plan of the disk. Basics can create a definition that has it.',
      ),
    ],
  },
  'terms-not-accepted': {
    title: 'Terms of a purchase plan',
    about: 'A virtual machine needs the accepted terms of its image’s purchase plan. Accept them in the wizard.',
    steps: [
      {
        do: 'Look at Purchase plan on the Basics tab.',
        see: 'The terms aren’t accepted in this subscription, so Azure would reject the virtual machine.',
      },
      { do: 'Select Accept terms, read them with the links, and accept them.', see: 'The terms are accepted.' },
      {
        do: 'Select Generate and download key pair, then Review + create, and Create. Then wait, or select Move time forward.',
        see: 'The virtual machine is created with the plan of its image.',
      },
    ],
  },
  'versions-busy': {
    title: 'Busy image definition',
    about: 'Another operation is in progress on the definition. Your entries are kept, so you can try again.',
    steps: [
      {
        do: 'Select Create.',
        see: 'Azure rejects the version: another operation is in progress. You can try again, and your entries are kept.',
      },
    ],
  },
  throttled: {
    title: 'Throttling',
    about: 'Azure limits requests. The portal shows how long to wait before you try again.',
    steps: [
      { do: 'Select Create.', see: 'Azure limits requests. The page shows how long to wait.' },
      {
        do: 'Wait, or select Move time forward. Then select Create again.',
        see: 'Azure accepts the version, and its page opens.',
      },
    ],
  },
  'number-in-recycle-bin': {
    title: 'Version number in the recycle bin',
    about: 'A deleted version still has the number. Restore it, or delete it permanently.',
    steps: [review('A deleted version has the number 1.1.0. Restore it in the recycle bin, or delete it permanently.')],
  },
  'size-requires-nvme': {
    title: 'VM size that requires NVMe',
    about: 'Newer VM sizes require NVMe, which the image definition doesn’t specify. Add it from the wizard.',
    steps: [
      {
        do: 'Open Size, and look for Standard_D2s_v6.',
        see: 'Sizes of series v6 and later can’t be chosen: they require NVMe, which the image definition doesn’t specify.',
      },
      {
        do: 'Select Change disk controllers, and save. Then choose Standard_D2s_v6.',
        see: 'The image definition lists NVMe from this version on, and a VM of series v6 can be created.',
      },
    ],
  },
  'clean-up': {
    title: 'Clean-up of old versions',
    about:
      'West US has reached the limit of image versions. Delete those that nothing needs, and keep every machine running.',
    steps: [
      {
        do: 'Select Create.',
        see: 'Azure rejects the version: the subscription has reached its limit of 300 image versions in West US.',
      },
      {
        do: 'Select Clean up versions, choose Delete, and select Preview.',
        see: '150 versions are affected. The other 150 are kept, each with its reason, such as the machines that run from it.',
      },
      {
        do: 'Select Delete: 150, and confirm. Wait until all are done, or select Move time forward.',
        see: 'All 150 versions are deleted. Everything that runs keeps the version that it was made from.',
      },
      {
        do: 'On Home, select Create next version for ubuntu-runner, then Review + create, and Create.',
        see: 'Azure accepts the version, and its page opens.',
      },
    ],
  },
  reader: {
    title: 'User with read-only access',
    about: 'Rita can view everything but create nothing. The portal prepares the request for the role she needs.',
    steps: [review('Rita can’t create versions here. The message names the role she needs, and copies the request.')],
  },
  'no-right-on-sets': {
    title: 'User without permission to view sets',
    about: 'Eva can’t view disk encryption sets, and can create versions with platform-managed keys only.',
    steps: [
      {
        do: 'Choose encryption with a customer-managed key.',
        see: 'Eva has no permission to view sets, and can send a request. She can create versions with a platform-managed key.',
      },
    ],
  },
  'second-factor': {
    title: 'Multifactor authentication for changes',
    about: 'Azure requires multifactor authentication for changes. Sam verifies, and loses nothing.',
    steps: [
      {
        do: 'Select Create. Azure requires multifactor authentication for changes. Sam signed in without it, so select Verify, and then approve.',
        see: 'The version is created. You don’t have to enter anything again.',
      },
    ],
  },
  'no-subscription': {
    title: 'User without a subscription',
    about: 'Noor has no subscription. The portal shows who to contact.',
    steps: [{ do: 'Read the page.', see: 'The account has no subscriptions. The page shows who to contact.' }],
  },
}

export const categoriesEn: Record<ScenarioCategory, string> = {
  firstSteps: 'First steps',
  keys: 'Keys',
  regions: 'Regions',
  policies: 'Policies',
  rights: 'Permissions',
  limits: 'Azure’s limits',
}
