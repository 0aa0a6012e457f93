/**
 * Resources that stand for any of their kind: names that nobody gives, in place of what a
 * pattern leaves open. What is allowed on one of them is allowed whatever the name.
 */
const NAME = 'understudy-probe'

/** `arn:${Partition}:s3:::${BucketName}` of an account. */
export const probeOfType = (pattern: string, account: string) =>
  pattern
    .replaceAll('${Partition}', 'aws')
    .replaceAll('${Region}', 'us-east-1')
    .replaceAll('${Account}', account)
    .replace(/\$\{[^}]*\}/g, NAME)

/** A resource that a policy's own pattern covers; variables are left to the evaluator. */
export const probeOfPattern = (pattern: string) =>
  pattern === '*' ? '*' : pattern.replaceAll('*', NAME).replaceAll('?', 'x')
