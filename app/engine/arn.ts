/**
 * Amazon Resource Names: `arn:partition:service:region:account:resource`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export type Arn = {
  partition: string
  service: string
  region: string
  account: string
  /** Everything after the fifth colon; may hold colons and slashes of its own. */
  resource: string
}

export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, account, ...rest] = text.split(':')
  if (prefix !== 'arn' || rest.length === 0) return undefined
  if (partition === undefined || service === undefined) return undefined
  if (region === undefined || account === undefined) return undefined
  return { partition, service, region, account, resource: rest.join(':') }
}

export const printArn = (arn: Arn) =>
  `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.resource}`

export const iamArn = (account: string, resource: string) =>
  `arn:aws:iam::${account}:${resource}`

export const rootArn = (account: string) => iamArn(account, 'root')

/** A path always begins and ends with a slash, so it joins kind and name by itself. */
export const userArn = (account: string, path: string, name: string) =>
  iamArn(account, `user${path}${name}`)

export const groupArn = (account: string, path: string, name: string) =>
  iamArn(account, `group${path}${name}`)

export const roleArn = (account: string, path: string, name: string) =>
  iamArn(account, `role${path}${name}`)

export const policyArn = (account: string, path: string, name: string) =>
  iamArn(account, `policy${path}${name}`)

export const instanceProfileArn = (account: string, path: string, name: string) =>
  iamArn(account, `instance-profile${path}${name}`)

/** The role's path is left out of a session's ARN. */
export const assumedRoleArn = (account: string, roleName: string, session: string) =>
  `arn:aws:sts::${account}:assumed-role/${roleName}/${session}`

export const federatedUserArn = (account: string, name: string) =>
  `arn:aws:sts::${account}:federated-user/${name}`

export const bucketArn = (name: string) => `arn:aws:s3:::${name}`

export const objectArn = (bucket: string, key: string) => `arn:aws:s3:::${bucket}/${key}`

/** The account an ARN belongs to; S3's carry none. */
export const accountOf = (arn: string) => parseArn(arn)?.account || undefined

/** Last segment of a path: `arn:aws:iam::1:role/a/b/R` gives `R`. */
export const nameOf = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1)
