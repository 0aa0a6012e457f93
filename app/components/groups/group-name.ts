/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html */
export function groupNameProblem(name: string) {
  if (!name) return 'User group name is required.'
  if (name.length > 128) return 'User group name must have a maximum of 128 characters.'
  return /^[\w+=,.@-]+$/.test(name)
    ? undefined
    : "User group name contains invalid characters. Use alphanumeric and '+=,.@-_' characters."
}
