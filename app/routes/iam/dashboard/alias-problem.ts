/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccountAlias.html */
export function aliasProblem(alias: string) {
  if (!alias) return 'Enter an alias.'
  if (alias.length < 3 || alias.length > 63) return 'An alias has 3 to 63 characters.'
  if (/^\d{12}$/.test(alias)) return 'An alias cannot be a 12-digit number.'
  return /^[a-z0-9](?:[a-z0-9]|-(?!-))*[a-z0-9]$/.test(alias)
    ? undefined
    : 'Use lowercase letters, digits and single hyphens that do not stand at either end.'
}
