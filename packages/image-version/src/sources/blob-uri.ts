/**
 * A blob's address as a plan stores it: of a query or a fragment, only its first character. A shared access signature
 * in it would get into the draft, the file, the link and the code of the plan, for everyone who sees those. The first
 * character stays, so that the user is warned. https://learn.microsoft.com/azure/storage/common/storage-sas-overview
 */
export function withoutSignature(uri: string): string {
  return uri.replace(/([?#])[^]*$/, '$1')
}
