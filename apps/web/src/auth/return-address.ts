/** Where a sign-in may come back to: `address` if it is the portal's own, seen from the page at `here`; else `here`. */
export function returnAddress(address: string, here: string): string {
  const url = URL.parse(address, here)
  return url !== null && url.origin === new URL(here).origin ? url.href : here
}
