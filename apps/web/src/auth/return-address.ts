/**
 * A safe address to return to after sign-in: `address` if it is the portal's own, relative to the page at `here`;
 * otherwise `here`.
 */
export function returnAddress(address: string, here: string): string {
  const url = URL.parse(address, here)
  return url !== null && url.origin === new URL(here).origin ? url.href : here
}
