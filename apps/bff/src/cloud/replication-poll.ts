/**
 * How often a page asks about what Azure is doing, a version's replication too: milliseconds between two polls. The
 * demo's clock can run faster than others. Polls of a deployment, and slower ones: `poll-interval.ts` of the browser.
 */
export const replicationPollMs = { azure: 15_000, demo: 2_000 }
