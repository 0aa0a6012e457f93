/** A path within this console, as it may be gone to: `//host` and `/\\host` would leave it. */
export const ownPath = (text: unknown): string | undefined =>
  typeof text === 'string' && /^\/(?![/\\])/.test(text) ? text : undefined
