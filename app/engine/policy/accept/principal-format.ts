/**
 * Forms a principal can have. A user group is no principal, and a wildcard is one only alone.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
const aws = [
  /^\*$/,
  /^\d{12}$/,
  // unique IDs: what a deleted user or role leaves behind
  /^A(?:IDA|ROA|SIA|KIA|NPA)[A-Z0-9]{12,124}$/,
  /^arn:aws[a-z-]*:iam::\d{12}:root$/,
  /^arn:aws[a-z-]*:iam::\d{12}:(?:user|role)\/[^*?]+$/,
  // CloudFront's own identities, in bucket policies
  /^arn:aws[a-z-]*:iam::cloudfront:user\/[^*?]+$/,
  /^arn:aws[a-z-]*:sts::\d{12}:(?:assumed-role|federated-user)\/[^*?]+$/,
]

export const looksLikePrincipal = (kind: string, value: string) =>
  kind === 'AWS' ? aws.some((form) => form.test(value)) : value !== '' && value !== '*'
