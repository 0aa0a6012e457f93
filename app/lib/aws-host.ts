/**
 * Hosts of the real console. They matter when a test serves this one under their names, and
 * when a whole link is read.
 * https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html
 */
const domains =
  /(?:^|\.)(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com|amazonaws-eusc\.eu|awsapps\.com)$/

export const isAwsHost = (host: string) => domains.test(host.toLowerCase())

const labelsOf = (host: string) => host.toLowerCase().replace(domains, '').split('.')

export const isSignInHost = (host: string) =>
  isAwsHost(host) && labelsOf(host).includes('signin')

/** Where the console is, and where people sign in to it. */
export const isConsoleHost = (host: string) =>
  isAwsHost(host) &&
  labelsOf(host).some((label) => label === 'console' || label === 'signin')

/** `s3.console.aws.amazon.com` is S3's own. */
export const isS3Host = (host: string) => isAwsHost(host) && labelsOf(host)[0] === 's3'

/** `policysim.aws.amazon.com` is the policy simulator's. */
export const isSimulatorHost = (host: string) =>
  isAwsHost(host) && labelsOf(host)[0] === 'policysim'

/** What the console calls a region: `us-east-1`, `us-gov-west-1`. */
const isRegion = (label: string) => /^[a-z]{2,4}(?:-[a-z]+)+-\d$/.test(label)

/**
 * The account that a host names: `{account or alias}.signin.…`, or the twelve digits of
 * `{account}-{8 characters}.{region}.console.…` where several sessions are open at once.
 */
export function accountOfHost(host: string): string | undefined {
  if (!isAwsHost(host)) return undefined
  const [first = '', ...others] = labelsOf(host)
  const digits = /^(\d{12})(?:-[a-z0-9]{8})?$/.exec(first)?.[1]
  if (digits) return digits
  return others[0] === 'signin' && !isRegion(first) ? first : undefined
}
