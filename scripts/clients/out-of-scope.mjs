// Client features that are not tested, and why: docs/use-other-clients-with-the-simulator.md has the same list.

/** @type {{ client: string, what: string, why: string }[]} */
export const outOfScope = [
  {
    client: 'ansible',
    what: 'azure_rm_keyvaultkey_info with show_deleted_key',
    why: 'its answer contains bytes that are not text, which ansible-core 2.19 rejects',
  },
  {
    client: 'ansible',
    what: 'cloud_environment with an address',
    why: 'azure.azcollection 3.8.0 calls get_cloud_from_metadata_endpoint, which azure-cli-core does not have',
  },
  {
    client: 'ansible',
    what: 'modules of Microsoft Graph (azure_rm_ad…)',
    why: 'Debian has neither msgraph nor kiota, and Graph has a different address here',
  },
  {
    client: 'ansible',
    what: 'Marketplace images by publisher, offer and SKU',
    why: 'the simulator has no image lists: the portal creates virtual machines from gallery versions',
  },
  {
    client: 'all',
    what: 'machine extensions, run command, capture, availability sets, scale sets, managed HSMs',
    why: 'the portal does not need them; the simulator answers 404 InvalidResourceType',
  },
  {
    client: 'all',
    what: 'import, backup and cryptography of keys, keys of types other than RSA, secrets, certificates',
    why: 'the simulator has no private keys; it answers 501 with the name',
  },
  {
    client: 'all',
    what: 'deployments to a subscription or a tenant, linked templates',
    why: 'the portal deploys to groups',
  },
]
