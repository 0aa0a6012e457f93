import type { PolicyVersion } from '@aws-sdk/client-iam'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html */
const MOST_VERSIONS = 5

export const versionName = ({ VersionId = '', IsDefaultVersion }: PolicyVersion) =>
  `Version ${VersionId.replace('v', '')}${IsDefaultVersion ? ' (Default)' : ''}`

const numberOf = ({ VersionId = '' }: PolicyVersion) => Number(VersionId.slice(1))

/** The version that has to go before there can be another one; mostly none. */
export function oldestToGo(versions: readonly PolicyVersion[]): string | undefined {
  if (versions.length < MOST_VERSIONS) return undefined
  const others = versions.filter(({ IsDefaultVersion }) => !IsDefaultVersion)
  return others.toSorted((a, b) => numberOf(a) - numberOf(b))[0]?.VersionId
}
