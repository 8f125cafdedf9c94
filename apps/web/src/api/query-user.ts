/**
 * The account of a response: every query key starts with it, so what one account has read is never shown to another.
 */
export interface QueryAccount {
  account: { key: string }
}

/** Refreshes during Azure's operations, at the configured interval. */
export interface QueryUser extends QueryAccount {
  configuration: { replicationPollMs: number }
}
