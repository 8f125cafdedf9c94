/**
 * Whose the answer is: every key of a query starts with the account's, so what one account was shown, another never is.
 */
export interface QueryAccount {
  account: { key: string }
}

/** Who asks again while Azure is at work, as often as the portal is configured to. */
export interface QueryUser extends QueryAccount {
  configuration: { replicationPollMs: number }
}
