/** Ends a script that still contains placeholders before it does anything. */
export const bashGuard = "echo 'Replace the values in angle brackets, and then delete this line.' >&2; exit 1"
