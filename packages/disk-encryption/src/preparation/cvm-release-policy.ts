import { withoutCharacter } from '@portal/arm'

/**
 * The policy for releasing a key from its vault: to a confidential VM attested by the region's attestation provider.
 * The same that `az keyvault key create --default-cvm-policy` creates. Throws `RefusedCharacter` for an address with a
 * character that no address has.
 * https://learn.microsoft.com/azure/confidential-computing/quick-create-confidential-vm-azure-cli
 */
export function cvmReleasePolicy(attestationUri: string): { contentType: string; data: string } {
  const authority = withoutCharacter(attestationUri, /[^\x21-\x7E]/)
  const policy = {
    version: '1.0.0',
    anyOf: [{ authority, allOf: [{ claim: 'x-ms-compliance-status', equals: 'azure-compliant-cvm' }] }],
  }
  return { contentType: 'application/json; charset=utf-8', data: base64Url(JSON.stringify(policy)) }
}

function base64Url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
