/** The operators' decisions: which users are blocked or signed out, and whether the portal changes anything. */
export interface Operators {
  readonly isReadOnly: boolean
  isBlocked(user: { tid: string; oid: string }): boolean
  /** ms since 1970: tokens that were issued earlier are no longer accepted */
  signedOutBefore(): number | undefined
  /** `operators-file-refused` while the file can't be used, for /readyz and a metric */
  troubles(): string[]
}

/** No restrictions. */
export const noOperators: Operators = {
  isReadOnly: false,
  isBlocked: () => false,
  signedOutBefore: () => undefined,
  troubles: () => [],
}
