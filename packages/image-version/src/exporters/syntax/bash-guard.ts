/** Ends a script that still has placeholders in it before it does anything. */
export const bashGuard = "echo 'Replace the values in angle brackets, and then delete this line.' >&2; exit 1"
