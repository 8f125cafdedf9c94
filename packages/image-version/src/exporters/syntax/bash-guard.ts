/** Ends a script that still has placeholders in it before it does anything. */
export const bashGuard =
  "echo 'Put your own values in place of those in angle brackets, then delete this line.' >&2; exit 1"
