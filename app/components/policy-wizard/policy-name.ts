/** What a policy may be called and say of itself. */

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export function policyNameProblem(name: string) {
  if (!name) return 'Policy name is required.'
  if (name.length > 128) return 'Policy name must have a maximum of 128 characters.'
  return /^[\w+=,.@-]+$/.test(name)
    ? undefined
    : "Policy name contains invalid characters. Use alphanumeric and '+=,.@-_' characters."
}

export const descriptionProblem = (description: string) =>
  description.length > 1000
    ? 'Description must have a maximum of 1000 characters.'
    : undefined

/** White space does not count against the quota. */
export function countedSize(text: string) {
  try {
    return JSON.stringify(JSON.parse(text)).length
  } catch {
    return text.replace(/\s/g, '').length
  }
}
