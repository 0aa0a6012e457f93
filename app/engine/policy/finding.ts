/**
 * What is wrong, or could be better, in a policy's text. A document which the API itself would
 * reject has, beside other findings, one with the API's code and message.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export type PolicyKind = 'identity' | 'resource' | 'trust' | 'scp' | 'rcp'

export type Severity = 'error' | 'security' | 'warning' | 'suggestion'

export type Finding = {
  severity: Severity
  /** The published issue code, `INVALID_ACTION`; IAM's own rejections use the API's code. */
  id: string
  /** The check's name as the console prints it before the message. */
  title: string
  message: string
  /** Both count from 1. */
  line: number
  column: number
  /** Characters marked. */
  length: number
  /** Where in the document: `['Statement', 0, 'Action', 1]`. */
  path: (string | number)[]
}

/** The API's own refusal; errors of other kinds do not keep a policy from being saved. */
export const isRejection = ({ id }: Finding) =>
  id === 'MalformedPolicyDocument' || id === 'MalformedPolicy'

/**
 * For lists that a person reads: without a refusal by the API that only repeats what another
 * error says of the same place.
 */
export const withoutRepeats = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => {
    const others = findings.filter(
      (each) => each.severity === 'error' && !isRejection(each)
    )
    return !isRejection(finding) || !others.some(({ path }) => isWithin(path, finding.path))
  })

/** One place lies within the other; the whole document counts as itself alone. */
function isWithin(one: Finding['path'], other: Finding['path']) {
  if (one.length === 0 || other.length === 0) return one.length === other.length
  const depth = Math.min(one.length, other.length)
  return one.slice(0, depth).every((step, at) => step === other[at])
}
