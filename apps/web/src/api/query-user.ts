/**
 * Whose the answer is: every key of a query starts with the account's, so what one account was shown, another never is.
 */
export interface QueryAccount {
  account: { key: string }
}

/** Refreshes during Azure's operations, at the configured interval. */
export interface QueryUser extends QueryAccount {
  configuration: { replicationPollMs: number }
}
