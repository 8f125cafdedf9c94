// The article's walk with the real Azure CLI against the simulator.
import { startAzSession } from './session.mjs'

/** Runs the walk, prints each command's outcome, and counts them. */
export async function azWalk() {
  const session = await startAzSession()
  const { simulator, az, program, signIn } = session
  const subscription = simulator.world.subscriptions[0]?.subscriptionId ?? ''
  const vault = `/subscriptions/${subscription}/resourceGroups/walk/providers/Microsoft.KeyVault/vaults/kv-walk`
  const compute = `/subscriptions/${subscription}/resourceGroups/walk/providers/Microsoft.Compute`

  const counts = { passed: 0, failed: 0 }

  /**
   * Runs one command; `line` is split at spaces.
   * @param {string} line
   * @param {{ more?: string[], shows?: string, refusedWith?: string }} [expected] arguments with spaces in them; what
   * the
   *   output must contain; what the error must say, if one is expected
   */
  async function step(line, { more = [], shows = '', refusedWith } = {}) {
    const started = performance.now()
    const { ok, stdout, stderr } = await az([...line.split(' '), ...more])
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const isRight = refusedWith === undefined ? ok && stdout.includes(shows) : !ok && stderr.includes(refusedWith)
    counts[isRight ? 'passed' : 'failed'] += 1
    console.log(
      `${isRight ? 'passed' : 'FAILED'} ${seconds.padStart(5)} s  az ${line.replace(program?.clientSecret ?? ' ', '…')}`,
    )
    if (!isRight) console.log(`${stdout.slice(0, 600)}\n${stderr.slice(-1200)}`)
    return stdout.trim()
  }

  const version = '-g walk -r gallery -i web'
  const regionsAndSets = (/** @type {string[]} */ ...regions) =>
    `--target-regions ${regions.join(' ')} --target-region-encryption WestUSDiskEncryptionSet1,0,WestUSDiskEncryptionSet2 EastUS2DiskEncryptionSet1,0,EastUS2DiskEncryptionSet2`

  try {
    for (const line of signIn) await step(line)
    await step('account list-locations', { shows: 'eastus2' })
    await step('account show', { shows: subscription })
    await step('account get-access-token', { shows: 'accessToken' })
    await step('group create -n walk -l westus', { shows: 'Succeeded' })
    await step('group show -n walk', { shows: 'westus' })
    await step('group list', { shows: 'walk' })
    await step('provider register -n Microsoft.Compute --wait')
    await step('provider show -n Microsoft.Compute', { shows: '"Registered"' })
    await step('feature register --namespace Microsoft.Compute -n SIGEncryption', { shows: 'Regist' })
    await step('feature show --namespace Microsoft.Compute -n SIGEncryption', {
      shows: 'Microsoft.Compute/SIGEncryption',
    })
    const grant = (/** @type {string} */ role, /** @type {{ to: string, scope: string }} */ { to, scope }) =>
      step(
        `role assignment create --assignee-object-id ${to} --assignee-principal-type ServicePrincipal --scope ${scope}`,
        { more: ['--role', role], shows: to },
      )
    // The owner of a vault has no access to its keys.
    await grant('Key Vault Crypto Officer', {
      to: program?.id ?? '',
      scope: `/subscriptions/${subscription}/resourceGroups/walk`,
    })
    let principal = ''
    for (const [prefix, location, name] of [
      ['EastUS2', 'eastus2', 'kv-walk-eastus2'],
      ['EastUS', 'eastus', 'kv-walk-eastus'],
      ['WestUS', 'westus', 'kv-walk'],
    ]) {
      await step(`keyvault create -g walk -n ${name} -l ${location} --enable-purge-protection true`, { shows: name })
      const key = await step(`keyvault key create --id ${simulator.url}/keys/disks --kty RSA --query key.kid -o tsv`)
      for (const number of [1, 2]) {
        principal = await step(
          `disk-encryption-set create -g walk -n ${prefix}DiskEncryptionSet${number} -l ${location} --key-url ${key} --source-vault ${name} --query identity.principalId -o tsv`,
        )
        await grant('Key Vault Crypto Service Encryption User', { to: principal, scope: vault.replace(/[^/]+$/, name) })
      }
    }
    await step('keyvault list -g walk', { shows: 'kv-walk' })
    await step('keyvault show -g walk -n kv-walk', { shows: 'vaultUri' })
    await step('disk-encryption-set list -g walk', { shows: 'EastUS2DiskEncryptionSet2' })
    await step('disk-encryption-set update -g walk -n EastUSDiskEncryptionSet1 --enable-auto-key-rotation true', {
      shows: '"rotationToLatestKeyVersionEnabled": true',
    })
    await step(
      'keyvault create -g walk -n kv-policies -l westus --enable-purge-protection true --enable-rbac-authorization false --no-self-perms true',
      { shows: 'kv-policies' },
    )
    await step(
      `keyvault set-policy -g walk -n kv-policies --object-id ${principal} --key-permissions get wrapKey unwrapKey`,
      { shows: principal },
    )
    await step(`role assignment list --scope ${vault} --fill-principal-name false`, { shows: principal })
    await step('sig create -g walk -r gallery', { shows: 'Succeeded' })
    await step(
      'sig image-definition create -g walk -r gallery -i web -p Contoso -f web -s one --os-type Linux --os-state Generalized --hyper-v-generation V2',
      { shows: 'Succeeded' },
    )
    await step('disk create -g walk -n os -l westus --size-gb 64 --os-type Linux --hyper-v-generation V2')
    await step('disk create -g walk -n data -l westus --size-gb 32')
    await step('snapshot create -g walk -n osSnapshot -l westus --source os', { shows: 'Succeeded' })
    await step('snapshot create -g walk -n dataSnapshot -l westus --source data', { shows: 'Succeeded' })
    await step(
      'image create -g walk -n myImage -l westus --source osSnapshot --data-disk-sources dataSnapshot --os-type Linux --hyper-v-generation V2',
      { shows: 'Succeeded' },
    )

    for (const list of ['sig list -g walk', 'sig image-definition list -g walk -r gallery', 'disk list -g walk'])
      await step(list, { shows: 'Succeeded' })
    for (const list of ['snapshot list -g walk', 'image list -g walk']) await step(list, { shows: 'Succeeded' })
    await step('sig image-definition show -g walk -r gallery -i web', { shows: 'Generalized' })

    // The article's first example, and its second, which as printed targets East US with sets of East US 2.
    await step(
      `sig image-version create ${version} -e 1.0.0 -l westus --managed-image myImage ${regionsAndSets('westus=2=standard_lrs', 'eastus2')}`,
      { shows: 'EastUS2DiskEncryptionSet2' },
    )
    const fromSnapshots = `--os-snapshot osSnapshot --data-snapshots dataSnapshot --data-snapshot-luns 0`
    await step(
      `sig image-version create ${version} -e 1.0.1 -l westus ${fromSnapshots} ${regionsAndSets('westus=2=standard_lrs', 'eastus')}`,
      { refusedWith: 'EastUS2DiskEncryptionSet1' },
    )
    await step(`sig image-version show ${version} -e 1.0.1`, { refusedWith: 'ResourceNotFound' })
    await step(
      `sig image-version create ${version} -e 1.0.1 -l westus ${fromSnapshots} ${regionsAndSets('westus=2=standard_lrs', 'eastus2')}`,
      { shows: 'Succeeded' },
    )
    const progress = '--expand ReplicationStatus --query replicationStatus.summary[].[region,progress][] -o tsv'
    const reached = await step(`sig image-version show ${version} -e 1.0.0 ${progress}`, { shows: 'eastus2' })
    if (reached.split(/\s+/).join(' ') !== 'westus 100 eastus2 100') counts.failed += 1
    await step(`sig image-version list ${version}`, { shows: '1.0.1' })
    await step(
      `sig image-version update ${version} -e 1.0.0 --add publishingProfile.targetRegions {"name":"eastus","encryption":{"osDiskImage":{"diskEncryptionSetId":"${compute}/diskEncryptionSets/EastUSDiskEncryptionSet1"},"dataDiskImages":[{"lun":0,"diskEncryptionSetId":"${compute}/diskEncryptionSets/EastUSDiskEncryptionSet2"}]}}`,
      { shows: 'EastUSDiskEncryptionSet2' },
    )
    await step(`sig image-version wait ${version} -e 1.0.0 --updated`)
    await step(`sig image-version show ${version} -e 1.0.0`, { shows: 'WestUSDiskEncryptionSet2' })
    await step(
      `vm create -g walk -n vm1 -l westus --image ${compute}/galleries/gallery/images/web/versions/1.0.0 --os-disk-encryption-set WestUSDiskEncryptionSet2 --data-disk-encryption-sets WestUSDiskEncryptionSet1 --admin-username walker --admin-password Made-Up-For-The-Walk-1 --authentication-type password`,
      { shows: 'VM running' },
    )
    await step('vm show -g walk -n vm1', { shows: 'WestUSDiskEncryptionSet2' })
    await step('disk-encryption-set list-associated-resources -g walk -n WestUSDiskEncryptionSet2', { shows: 'VM1' })
    await step('vm delete -g walk -n vm1 -y')
    await step(
      `vmss create -g walk -n set1 -l westus --image ${compute}/galleries/gallery/images/web/versions/1.0.0 --orchestration-mode Uniform --instance-count 2 --upgrade-policy-mode manual --vm-sku Standard_D2s_v5 --admin-username walker --admin-password Made-Up-For-The-Walk-1 --authentication-type password --load-balancer`,
      { more: [''], shows: 'web/versions/1.0.0' },
    )
    const instances = '--query [].storageProfile.imageReference.exactVersion -o tsv'
    await step(`vmss list-instances -g walk -n set1 ${instances}`, { shows: '1.0.0\n1.0.0' })
    await step('vmss delete -g walk -n set1')
    await step(`sig image-definition delete -g walk -r gallery -i web`, { refusedWith: 'CannotDeleteResource' })
    for (const name of ['1.0.0', '1.0.1']) await step(`sig image-version delete ${version} -e ${name}`)
    await step(`sig image-version list ${version} -o tsv`)
    await step('disk-encryption-set delete -g walk -n EastUSDiskEncryptionSet1')
    await step('disk-encryption-set show -g walk -n EastUSDiskEncryptionSet1', { refusedWith: 'ResourceNotFound' })
    await step('group delete -n walk -y')
    await step('group exists -n walk', { shows: 'false' })
  } finally {
    await session.close()
  }
  return counts
}
