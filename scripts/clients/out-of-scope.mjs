// What clients do that is not run, and why: docs/use-other-clients-with-the-simulator.md has the same list.

/** @type {{ client: string, what: string, why: string }[]} */
export const outOfScope = [
  {
    client: 'ansible',
    what: 'azure_rm_keyvaultkey_info with show_deleted_key',
    why: 'it answers with bytes that are no text, which ansible-core 2.19 refuses',
  },
  {
    client: 'ansible',
    what: 'cloud_environment with an address',
    why: 'azure.azcollection 3.8.0 calls get_cloud_from_metadata_endpoint, which azure-cli-core has not',
  },
  {
    client: 'ansible',
    what: 'modules of Microsoft Graph (azure_rm_ad…)',
    why: 'Debian has neither msgraph nor kiota, and Graph is below an address of its own here',
  },
  {
    client: 'ansible',
    what: 'machines of the Marketplace by publisher, offer and SKU',
    why: 'its image lists are not served: the portal makes machines from gallery versions',
  },
  {
    client: 'all',
    what: 'machine extensions, run command, capture, availability sets, scale sets, managed HSMs',
    why: 'nothing of the portal needs them; they answer 404 InvalidResourceType',
  },
  {
    client: 'all',
    what: 'import, backup and cryptography of keys, keys of types other than RSA, secrets, certificates',
    why: 'no private half of a key is here; they answer 501 with their name',
  },
  {
    client: 'all',
    what: 'deployments to a subscription or a tenant, linked templates',
    why: 'the portal deploys to groups',
  },
]
