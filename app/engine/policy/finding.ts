/**
 * What is wrong, or could be better, in a policy's text. An `error` that IAM's own API would
 * reject carries the API's code and message as well.
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
