/**
 * The address of a blob as a plan holds it: of a query or a fragment only the mark that begins it. A shared access
 * signature in it would go into the draft, the file, the link and the code of the plan, for all who see those. The mark
 * stays, so that the user is told.
 * https://learn.microsoft.com/azure/storage/common/storage-sas-overview
 */
export function withoutSignature(uri: string): string {
  return uri.replace(/([?#])[^]*$/, '$1')
}
