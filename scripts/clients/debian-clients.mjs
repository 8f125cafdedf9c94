// Installs Debian's packages of the clients that are not JavaScript.
import { haveCommand } from '../test/debian-command.mjs'

/**
 * Which of Debian's clients can run, after installing missing ones if possible.
 * @param {(name: string) => boolean} isAsked
 */
export function installDebianClients(isAsked) {
  const has = (/** @type {string} */ statement, /** @type {string} */ debianPackage) =>
    haveCommand({ command: ['/usr/bin/python3', '-c', statement], debianPackage, minutes: 5 })
  const wants = isAsked('python') || isAsked('ansible')
  const sdks = wants && has('import azure.mgmt.compute, azure.keyvault.keys, azure.identity', 'python3-azure')
  // Its modules look up clouds in az's own list.
  const core = sdks && isAsked('ansible') && has('import azure.cli.core.cloud', 'python3-azure-cli-core')
  const collection = core && has('import ansible_collections.azure.azcollection', 'ansible')
  if (wants && !sdks)
    console.log("Debian's python3-azure is not there and could not be had: Python and Ansible are left out.")
  if (isAsked('ansible') && sdks && !collection)
    console.log("Debian's ansible is not there and could not be had: it is left out.")
  return { python: sdks && isAsked('python'), ansible: collection }
}
