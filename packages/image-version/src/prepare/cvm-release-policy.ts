/**
 * The policy under which a key leaves its vault: to a confidential VM that the region's attestation provider vouches
 * for. The same that `az keyvault key create --default-cvm-policy` writes.
 * https://learn.microsoft.com/azure/confidential-computing/quick-create-confidential-vm-azure-cli
 */
export function cvmReleasePolicy(attestationUri: string): { contentType: string; data: string } {
  const policy = {
    version: '1.0.0',
    anyOf: [{ authority: attestationUri, allOf: [{ claim: 'x-ms-compliance-status', equals: 'azure-compliant-cvm' }] }],
  }
  return { contentType: 'application/json; charset=utf-8', data: base64Url(JSON.stringify(policy)) }
}

function base64Url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
