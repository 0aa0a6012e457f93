/** An action's name as a person says it: `GetMFADevice` is `Get MFA device`. */
export function plainWords(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])s?|[A-Z]?[a-z]+|\d+/g) ?? [name]
  return words
    .map((word, at) => (at === 0 || /^[A-Z]{2}/.test(word) ? word : word.toLowerCase()))
    .join(' ')
}
